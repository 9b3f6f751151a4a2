import { paths } from '../../lib/paths.ts';
import { count } from '../../lib/words.ts';
import { KeptState } from '../../outbox/kept-state.tsx';
import type { Letter } from '../../outbox/letter.ts';
import { useOutbox } from '../../outbox/outbox-context.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHead } from '../../ui/page-head.tsx';

/** A try that is on this device and not yet marked, or that the server would not take. */
export function WaitingResult({ letter }: { letter: Letter }) {
  const { flush } = useOutbox();
  const { content, state, reason } = letter;
  const answers = content.what === 'attempt' ? count(content.attempt.responses.length, 'answer') : '';
  if (state === 'set-aside') {
    return (
      <PageHead
        title="This try could not be marked"
        side={
          <ButtonLink block to={paths.today}>
            Go to Today
          </ButtonLink>
        }
      >
        <p className="lead">
          {reason === 'version-retired'
            ? 'The module was withdrawn before you began this try.'
            : 'The server does not take these answers in this form.'}
        </p>
        <Notice>
          <p>Your {answers} stay on this device, and nothing waits for them. What you earned before stands.</p>
        </Notice>
      </PageHead>
    );
  }
  return (
    <PageHead
      title="Your answers are on their way"
      side={
        <>
          <Button block onClick={() => void flush()}>
            Try now
          </Button>
          <ButtonLink kind="second" block to={paths.today}>
            Go to Today
          </ButtonLink>
        </>
      }
    >
      <p className="lead">Your {answers} are safe on this device. They are marked as soon as the server answers.</p>
      <KeptState before="Saved on this device" />
    </PageHead>
  );
}
