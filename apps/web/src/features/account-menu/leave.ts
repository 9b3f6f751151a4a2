import type { Me } from '@rounds/contracts/me';
import { chooseOrganisation, signOut } from '@rounds/contracts/session';
import { call } from '../../api/client.ts';
import { isProblem } from '../../api/problem-error.ts';
import { paths, SIGNED_OUT_ADDRESS } from '../../lib/paths.ts';
import { closeHere } from '../../kept/close-here.ts';
import { forgetPerson } from '../../outbox/outbox.idb.ts';

/** Ends the session here. On a shared device nothing of the person stays. The sign-in form follows. */
export async function leave(me: Me): Promise<void> {
  try {
    await call(signOut, {}, { onSignedOut: 'throw' });
  } catch (error) {
    if (!isProblem(error, 'signed-out')) throw error;
  }
  if (me.sharedDevice) await forgetPerson(me.personId);
  await closeHere(me.sharedDevice ? me.personId : null);
  window.location.assign(SIGNED_OUT_ADDRESS);
}

/** Acts in another of the person's organisations from here on; every page begins anew. */
export async function switchTo(organisationId: string): Promise<void> {
  await call(chooseOrganisation, { body: { organisationId } });
  window.location.assign(paths.today);
}
