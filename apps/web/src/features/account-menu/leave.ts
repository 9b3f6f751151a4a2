import type { Me } from '@rounds/contracts/me';
import { chooseOrganisation, signOut } from '@rounds/contracts/session';
import { call } from '../../api/client.ts';
import { isProblem } from '../../api/problem-error.ts';
import { paths, SIGNED_OUT_ADDRESS } from '../../lib/paths.ts';
import type { Outbox } from '../../outbox/outbox-context.tsx';

/** Ends the session here, and seals what is kept: only the same person can open it, signed in again. The form follows. */
export async function leave(outbox: Pick<Outbox, 'seal'>): Promise<void> {
  try {
    await call(signOut, {}, { onSignedOut: 'throw' });
  } catch (error) {
    if (!isProblem(error, 'signed-out')) throw error;
  }
  await outbox.seal();
  window.location.assign(SIGNED_OUT_ADDRESS);
}

/** Acts in another of the person's organisations from here on; every page begins anew. */
export async function switchTo(organisationId: Me['organisation']['organisationId']): Promise<void> {
  await call(chooseOrganisation, { body: { organisationId } });
  window.location.assign(paths.today);
}
