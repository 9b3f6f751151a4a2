import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { count } from '../../lib/words.ts';
import { useOutbox } from '../../outbox/outbox-context.tsx';
import { useOutboxView } from '../../outbox/outbox.zustand.ts';
import { sendSoon } from '../../outbox/use-kept.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Said } from '../../ui/said.tsx';

type LeaveDialogProps = { busy: boolean; failure: string | null; onLeave: () => void; onStay: () => void };

function useWays() {
  const { flush, saveHandIn } = useOutbox();
  const [said, setSaid] = useState('');
  const send = useMutation({
    async mutationFn() {
      await flush();
      const left = useOutboxView.getState().waiting.length;
      setSaid(left === 0 ? 'Everything is on the server now.' : 'The server did not answer. Nothing is lost.');
    },
  });
  const file = useMutation({
    mutationFn: saveHandIn,
    onSuccess: () => setSaid('The file is saved. Hand it in from any device: More, Hand in saved work.'),
    onError: () => setSaid('The file could not be made. Nothing is lost.'),
  });
  return { said, send, file };
}

function WhatWaits({ waiting }: { waiting: number }) {
  const soon = sendSoon();
  return (
    <p>
      {count(waiting, 'thing')} {waiting === 1 ? 'waits' : 'wait'} on this device. If you sign out now, your work stays
      here, sealed. Only you can open it, by signing in here again. {soon && `${soon}.`}
    </p>
  );
}

/** What is not on the server yet, and the three ways to leave it safe. Outside the menu that opened it, and its looks. */
export function LeaveDialog(props: LeaveDialogProps) {
  return createPortal(<WaysOut {...props} />, document.body);
}

function WaysOut({ busy, failure, onLeave, onStay }: LeaveDialogProps) {
  const waiting = useOutboxView((view) => view.waiting.length);
  const { said, send, file } = useWays();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <Dialog
      title={waiting > 0 ? 'Not everything is on the server yet' : 'Everything is on the server'}
      onClose={onStay}
    >
      {waiting > 0 && <WhatWaits waiting={waiting} />}
      <Said words={said} />
      {failure && (
        <Notice kind="stop" alert>
          <p>{failure}</p>
        </Notice>
      )}
      <div className="stack tight">
        {waiting > 0 && (
          <>
            <Button ref={first} block disabled={send.isPending} onClick={() => send.mutate()}>
              {send.isPending ? 'One moment' : 'Send it now'}
            </Button>
            <Button kind="second" block disabled={file.isPending} onClick={() => file.mutate()}>
              Save it as a hand-in file
            </Button>
          </>
        )}
        <Button kind="second" block disabled={busy} onClick={onLeave}>
          {waiting > 0 ? 'Sign out, and leave it sealed here' : 'Sign out'}
        </Button>
        <Button kind="text" onClick={onStay}>
          Stay signed in
        </Button>
      </div>
    </Dialog>
  );
}
