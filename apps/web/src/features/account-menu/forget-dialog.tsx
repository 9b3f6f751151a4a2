import { count } from '../../lib/words.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

type ForgetDialogProps = { unsent: number; busy: boolean; onForget: () => void; onKeep: () => void };

/** A shared device forgets at sign-out, and something is not on the server yet: the person decides. */
export function ForgetDialog({ unsent, busy, onForget, onKeep }: ForgetDialogProps) {
  return (
    <ConfirmDialog
      title="Not everything is on the server yet"
      act="Sign out and forget"
      kind="stop"
      leave="Stay signed in"
      busy={busy}
      onConfirm={onForget}
      onLeave={onKeep}
    >
      <p>
        {count(unsent, 'thing')} {unsent === 1 ? 'waits' : 'wait'} on this device, and the server does not answer. This
        is a shared device: signing out forgets what waits.
      </p>
    </ConfirmDialog>
  );
}
