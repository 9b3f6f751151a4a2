import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Notice } from './notice.tsx';

type ConfirmDialogProps = {
  title: string;
  /** The act in words: "Suspend Hazel Bistort". */
  act: string;
  /** `stop` for what takes something away. */
  kind?: 'main' | 'stop';
  /** The way out: "Keep the post". */
  leave?: string;
  busy: boolean;
  failure?: string | null | undefined;
  onConfirm: () => void;
  onLeave: () => void;
  /** What will happen, said before the choice. */
  children: ReactNode;
};

/** Asks before something that cannot simply be undone. The way out has the focus. */
export function ConfirmDialog({
  title,
  act,
  kind = 'main',
  leave = 'Cancel',
  busy,
  failure,
  onConfirm,
  onLeave,
  children,
}: ConfirmDialogProps) {
  const wayOut = useRef<HTMLButtonElement>(null);
  useEffect(() => wayOut.current?.focus(), []);
  return (
    <Dialog title={title} onClose={onLeave}>
      {children}
      {failure && (
        <Notice kind="stop" alert>
          <p>{failure}</p>
        </Notice>
      )}
      <div className="row">
        <Button kind={kind} disabled={busy} onClick={onConfirm}>
          {busy ? 'One moment' : act}
        </Button>
        <Button kind="text" ref={wayOut} onClick={onLeave}>
          {leave}
        </Button>
      </div>
    </Dialog>
  );
}
