import type { ModulePage } from '@rounds/contracts/catalogue';
import type { ReactNode } from 'react';
import { paths } from '../../lib/paths.ts';
import { ButtonLink } from '../../ui/button.tsx';

/** Where to go on: one filled button, the way to keep it, and the last result. */
export function ModuleSide({ module, keep }: { module: ModulePage; keep: ReactNode }) {
  const { versionId, resume, state, lastAttemptId } = module;
  const read = state === 'completed' ? 'Read it again' : resume ? `Continue at card ${resume.cardNumber}` : 'Start';
  return (
    <>
      {resume?.quiz && state !== 'completed' ? (
        <>
          <ButtonLink block to={paths.quiz(versionId)}>
            Take the quiz
          </ButtonLink>
          <ButtonLink kind="second" block to={paths.card(versionId, 1)}>
            Read the cards again
          </ButtonLink>
        </>
      ) : (
        <ButtonLink block to={state === 'completed' ? paths.card(versionId, 1) : paths.read(versionId)}>
          {read}
        </ButtonLink>
      )}
      {state === 'completed' && (
        <ButtonLink kind="second" block to={paths.quiz(versionId)}>
          Take the quiz again
        </ButtonLink>
      )}
      {keep}
      {lastAttemptId && (
        <ButtonLink kind="text" to={paths.result(lastAttemptId)}>
          Your last result
        </ButtonLink>
      )}
    </>
  );
}
