import type { Me } from '@rounds/contracts/me';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { refusalInWords } from '../../api/refusal-words.ts';
import { paths } from '../../lib/paths.ts';
import { useOutbox } from '../../outbox/outbox-context.tsx';
import { useOutboxView } from '../../outbox/outbox.zustand.ts';
import { ForgetDialog } from './forget-dialog.tsx';
import { leave, switchTo } from './leave.ts';

function useLeaving(me: Me) {
  const { flush } = useOutbox();
  const [unsent, setUnsent] = useState(0);
  const out = useMutation({ mutationFn: () => leave(me) });
  const other = useMutation({ mutationFn: switchTo });
  async function signOutSafely(): Promise<void> {
    await flush();
    const { waiting } = useOutboxView.getState();
    if (me.sharedDevice && waiting.length > 0) setUnsent(waiting.length);
    else out.mutate();
  }
  async function change(organisationId: string): Promise<void> {
    await flush();
    other.mutate(organisationId);
  }
  return { signOutSafely, change, unsent, keep: () => setUnsent(0), out, failure: out.error ?? other.error };
}

/** What a person can do about themselves: account, another organisation, out. The places of a menu or of a page. */
export function AccountMenu({ me }: { me: Me }) {
  const { signOutSafely, change, unsent, keep, out, failure } = useLeaving(me);
  const others = me.organisations.filter(({ organisationId }) => organisationId !== me.organisation.organisationId);
  return (
    <>
      <Link to={paths.account}>Your account</Link>
      <Link to={paths.visibility}>What your organisation can see</Link>
      {others.map(({ organisationId, name }) => (
        <button type="button" key={organisationId} onClick={() => void change(organisationId)}>
          Switch to {name}
        </button>
      ))}
      <button type="button" onClick={() => void signOutSafely()}>
        Sign out
      </button>
      {failure && <p role="alert">{refusalInWords(failure)}</p>}
      {unsent > 0 && <ForgetDialog unsent={unsent} busy={out.isPending} onForget={() => out.mutate()} onKeep={keep} />}
    </>
  );
}
