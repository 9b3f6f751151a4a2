import type { Me } from '@rounds/contracts/me';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { refusalInWords } from '../../api/refusal-words.ts';
import { paths } from '../../lib/paths.ts';
import { useOutbox } from '../../outbox/outbox-context.tsx';
import { useOutboxView } from '../../outbox/outbox.zustand.ts';
import { leave, switchTo } from './leave.ts';

/** Seldom needed, so fetched only then: without a network it comes from what the browser has kept of the program. */
const LeaveDialog = lazy(async () => ({ default: (await import('./leave-dialog.tsx')).LeaveDialog }));

function useLeaving() {
  const outbox = useOutbox();
  const [asking, setAsking] = useState(false);
  const out = useMutation({ mutationFn: () => leave(outbox) });
  const other = useMutation({ mutationFn: switchTo });
  async function signOutSafely(): Promise<void> {
    await outbox.flush();
    if (useOutboxView.getState().waiting.length > 0) setAsking(true);
    else out.mutate();
  }
  async function change(organisationId: string): Promise<void> {
    await outbox.flush();
    other.mutate(organisationId);
  }
  return { signOutSafely, change, asking, stay: () => setAsking(false), out, failure: out.error ?? other.error };
}

/** What a person can do about themselves: account, another organisation, out. The places of a menu or of a page. */
export function AccountMenu({ me }: { me: Me }) {
  const { signOutSafely, change, asking, stay, out, failure } = useLeaving();
  const others = me.organisations.filter(({ organisationId }) => organisationId !== me.organisation.organisationId);
  const words = failure && refusalInWords(failure);
  return (
    <>
      <Link to={paths.account}>Your account</Link>
      <Link to={paths.kept}>Kept on this device</Link>
      <Link to={paths.visibility}>What your organisation can see</Link>
      <Link to={paths.handIn}>Hand in saved work</Link>
      {others.map(({ organisationId, name }) => (
        <button type="button" key={organisationId} onClick={() => void change(organisationId)}>
          Switch to {name}
        </button>
      ))}
      <button type="button" onClick={() => void signOutSafely()}>
        Sign out
      </button>
      {words && !asking && <p role="alert">{words}</p>}
      {asking && (
        <Suspense>
          <LeaveDialog busy={out.isPending} failure={words} onLeave={() => out.mutate()} onStay={stay} />
        </Suspense>
      )}
    </>
  );
}
