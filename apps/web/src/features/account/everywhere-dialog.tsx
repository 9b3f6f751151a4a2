import { signOutEverywhere } from '@rounds/contracts/session';
import { useMutation } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { refusalInWords } from '../../api/refusal-words.ts';
import { SIGNED_OUT_ADDRESS } from '../../lib/paths.ts';
import { count } from '../../lib/words.ts';
import { useOutbox } from '../../outbox/outbox-context.tsx';
import { useOutboxView } from '../../outbox/outbox.zustand.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

/** Ends every session, this one too. What waits here is sent first; the rest is sealed. */
export function EverywhereDialog({ onLeave }: { onLeave: () => void }) {
  const { flush, seal } = useOutbox();
  const waiting = useOutboxView((view) => view.waiting.length);
  const { mutate, isPending, error } = useMutation({
    async mutationFn() {
      await flush();
      await call(signOutEverywhere, {});
      await seal();
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
      {waiting > 0 && <p>{whatWaits(waiting)}</p>}
    </ConfirmDialog>
  );
}

function whatWaits(waiting: number): string {
  const things = `${count(waiting, 'thing')} on this device ${waiting === 1 ? 'is' : 'are'} not on the server yet.`;
  return `${things} What cannot be sent now stays here, sealed, and is sent when you sign in here again.`;
}
