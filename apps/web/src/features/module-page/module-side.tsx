import type { ModulePage } from '@rounds/contracts/catalogue';
import { paths } from '../../lib/paths.ts';
import { ButtonLink } from '../../ui/button.tsx';

/** Where to go on: one filled button, and the last result beside it. */
export function ModuleSide({ module }: { module: ModulePage }) {
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
      {lastAttemptId && (
        <ButtonLink kind="text" to={paths.result(lastAttemptId)}>
          Your last result
        </ButtonLink>
      )}
    </>
  );
}
