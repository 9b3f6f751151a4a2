import type { Me } from '@rounds/contracts/me';
import { useQueryClient, useQueryErrorResetBoundary } from '@tanstack/react-query';
import { isRouteErrorResponse, useRevalidator, useRouteError } from 'react-router';
import { meQuery } from '../api/me.queries.ts';
import { isProblem, UnreachableError } from '../api/problem-error.ts';
import { paths, signInAddress } from '../lib/paths.ts';
import { ROLE_WORDS } from '../lib/role-words.ts';
import { list } from '../lib/words.ts';
import { Button, ButtonAnchor, ButtonLink } from '../ui/button.tsx';
import { Failure } from '../ui/failure.tsx';
import { NotForYou } from './role-guard.ts';

/** "Educator" is "educator" within a sentence; "CPD lead" stays. */
function inSentence(words: string): string {
  return /^[A-Z]{2}/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

export function NotFound() {
  return (
    <Failure
      label="Not found"
      title="There is no page at this address"
      side={
        <ButtonLink kind="second" block to={paths.library}>
          Search the library
        </ButtonLink>
      }
    >
      <p>It may have moved, or the link may be cut short. Nothing of yours is lost.</p>
    </Failure>
  );
}

function NotAllowed({ whose, me }: { whose: string | null; me: Me | undefined }) {
  const are = me && list(['learner', ...me.roles.map((role) => ROLE_WORDS[role]).map(inSentence)]);
  return (
    <Failure
      label="Not allowed"
      title={whose ? `This page is for ${whose}` : 'This page is for other people'}
      side={
        <>
          <ButtonLink kind="second" block to={paths.today}>
            Go to Today
          </ButtonLink>
          <ButtonAnchor kind="text" href={signInAddress('/')}>
            Sign in as someone else
          </ButtonAnchor>
        </>
      }
    >
      <p>
        {me && `You are signed in as ${me.name}, ${are}. `}
        If it should be yours, ask an administrator to add the role.
      </p>
    </Failure>
  );
}

function useRetry(error: unknown): () => void {
  const { revalidate } = useRevalidator();
  const { reset } = useQueryErrorResetBoundary();
  return () => {
    // A part of the program that never arrived can only come with the whole page.
    if (isChunkFailure(error)) return void beginAnew().catch(() => window.location.reload());
    reset();
    void revalidate();
  };
}

async function beginAnew(): Promise<void> {
  await (await import('../program/begin-anew.ts')).beginAnew();
}

function isChunkFailure(error: unknown): boolean {
  return error instanceof TypeError && /import|module|fetch/i.test(error.message);
}

function Failed({ error }: { error: unknown }) {
  const retry = useRetry(error);
  const number = isProblem(error) ? error.problem.correlationId : '';
  const unreachable = error instanceof UnreachableError || isChunkFailure(error);
  return (
    <Failure
      alert
      label={unreachable ? 'No answer' : 'Failed'}
      title="We could not load this page"
      side={
        <>
          <Button kind="second" block onClick={retry}>
            Try again
          </Button>
          {unreachable && (
            <ButtonLink kind="text" to={paths.kept}>
              Kept on this device
            </ButtonLink>
          )}
        </>
      }
    >
      <p>
        {unreachable ? 'The server did not answer. ' : 'Something went wrong on our side. '}
        Your records are safe, and what you did is still on this device.
      </p>
      {number && (
        <p className="fact">
          If it fails again, tell the service desk this number: <code>{number}</code>
        </p>
      )}
    </Failure>
  );
}

/** Every way a page can fail, each with what is safe and what to do next. */
export function RouteError() {
  const error = useRouteError();
  const me = useQueryClient().getQueryData(meQuery.queryKey);
  if (error instanceof NotForYou) return <NotAllowed whose={error.whose} me={me} />;
  if (isProblem(error, 'not-allowed')) return <NotAllowed whose={null} me={me} />;
  if (isProblem(error, 'not-found') || (isRouteErrorResponse(error) && error.status === 404)) return <NotFound />;
  return <Failed error={error} />;
}

/** The same, on a page without the masthead. */
export function BareRouteError() {
  return (
    <main className="page" id="main" tabIndex={-1}>
      <RouteError />
    </main>
  );
}
