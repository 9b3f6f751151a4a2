import type { Me } from '@rounds/contracts/me';
import { signOutEverywhere } from '@rounds/contracts/session';
import { useMutation } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { refusalInWords } from '../../api/refusal-words.ts';
import { SIGNED_OUT_ADDRESS } from '../../lib/paths.ts';
import { count } from '../../lib/words.ts';
import { useOutbox } from '../../outbox/outbox-context.tsx';
import { forgetPerson } from '../../outbox/outbox.idb.ts';
import { useOutboxView } from '../../outbox/outbox.zustand.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

/** Ends every session, this one too. What waits here is sent first; on a shared device the rest is forgotten. */
export function EverywhereDialog({ me, onLeave }: { me: Me; onLeave: () => void }) {
  const { flush } = useOutbox();
  const waiting = useOutboxView((view) => view.waiting.length);
  const { mutate, isPending, error } = useMutation({
    async mutationFn() {
      await flush();
      await call(signOutEverywhere, {});
      if (me.sharedDevice) await forgetPerson(me.personId);
      window.location.assign(SIGNED_OUT_ADDRESS);
    },
  });
  return (
    <ConfirmDialog
      title="Sign out everywhere?"
      act="Sign out everywhere"
      kind="stop"
      leave="Stay signed in"
      busy={isPending}
      failure={error && refusalInWords(error)}
      onConfirm={() => mutate()}
      onLeave={onLeave}
    >
      <p>You are signed out on every device, on this one too.</p>
      {waiting > 0 && <p>{whatWaits(waiting, me.sharedDevice)}</p>}
    </ConfirmDialog>
  );
}

function whatWaits(waiting: number, shared: boolean): string {
  const things = `${count(waiting, 'thing')} on this device ${waiting === 1 ? 'is' : 'are'} not on the server yet.`;
  return shared
    ? `${things} This is a shared device: what cannot be sent now is forgotten.`
    : `${things} It stays here and is sent when you sign in again.`;
}
