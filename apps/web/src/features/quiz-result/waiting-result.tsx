import { paths } from '../../lib/paths.ts';
import { count } from '../../lib/words.ts';
import { useKept } from '../../outbox/use-kept.ts';
import type { Letter } from '../../outbox/letter.ts';
import { useOutbox } from '../../outbox/outbox-context.tsx';
import { useOutboxView } from '../../outbox/outbox.zustand.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { KeptLine } from '../../ui/kept-line.tsx';
import { PageHead } from '../../ui/page-head.tsx';

function SetAside({ answers, reason }: { answers: string; reason: Letter['reason'] }) {
  const why =
    reason === 'version-retired'
      ? 'The module was withdrawn before you began this try.'
      : 'The server does not take these answers in this form.';
  return (
    <PageHead
      title="This try could not be marked"
      side={
        <ButtonLink block to={paths.today}>
          Go to Today
        </ButtonLink>
      }
    >
      <p className="lead">{why}</p>
      <Notice>
        <p>Your {answers} stay on this device, and nothing waits for them. What you earned before stands.</p>
      </Notice>
    </PageHead>
  );
}

function OnTheirWay({ answers }: { answers: string }) {
  const kept = useKept('Saved on this device');
  const { flush } = useOutbox();
  const offline = useOutboxView(({ sending }) => sending === 'no-answer');
  return (
    <PageHead
      title="Your answers are kept on this device"
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
      <p className="lead">
        {answers}.{' '}
        {offline ? 'They are marked when you are back online.' : 'They are marked as soon as the server answers.'}
      </p>
      <KeptLine at={kept.at}>{kept.words}</KeptLine>
    </PageHead>
  );
}

/** A try that is on this device and not yet marked, or that the server would not take. */
export function WaitingResult({ letter }: { letter: Letter }) {
  const { content, state, reason } = letter;
  const answers = content.what === 'attempt' ? count(content.attempt.responses.length, 'answer') : '';
  return state === 'set-aside' ? <SetAside answers={answers} reason={reason} /> : <OnTheirWay answers={answers} />;
}
