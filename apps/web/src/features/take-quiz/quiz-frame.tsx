import type { ReactNode } from 'react';
import { paths } from '../../lib/paths.ts';
import { count } from '../../lib/words.ts';
import { useKept } from '../../outbox/use-kept.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { KeptLine } from '../../ui/kept-line.tsx';
import { StepFrame } from '../../ui/step-frame.tsx';
import { isAnswered, type Quiz } from './use-quiz.ts';

type QuizFrameProps = {
  quiz: Quiz;
  /** Index of the question; the number of questions on the review page. */
  at: number;
  back: string | null;
  go: ReactNode;
  children: ReactNode;
};

function Where({ quiz, at }: Pick<QuizFrameProps, 'quiz' | 'at'>) {
  const { items, document } = quiz;
  return (
    <>
      <b>{at < items.length ? `Question ${at + 1} of ${items.length}` : 'Your answers'}</b>, {document.quiz.passMark} to
      pass
    </>
  );
}

function About({ quiz, at }: Pick<QuizFrameProps, 'quiz' | 'at'>) {
  const { items, document, tryNumber } = quiz;
  const safety = items.filter(({ safetyCritical }) => safetyCritical).length;
  return (
    <>
      <section className="stack tight" aria-labelledby="about-quiz">
        <h2 id="about-quiz" className="label">
          About this quiz
        </h2>
        <p>
          {count(items.length, 'question')}, {document.quiz.passMark} to pass. No clock. You can change any answer
          before you submit.
        </p>
        {safety > 0 && (
          <p>
            {count(safety, 'question')} must be right to pass, whatever the rest. {safety === 1 ? 'It' : 'Each'} says
            so.
          </p>
        )}
        {tryNumber > 1 && <p>This is try {tryNumber}. Tries have no limit.</p>}
        <p>Only you see how sure you were.</p>
      </section>
      {at < items.length - 1 && (
        <ButtonLink kind="text" to={paths.quizReview(document.versionId)} replace>
          Review your answers
        </ButtonLink>
      )}
    </>
  );
}

/** One step of the quiz: place at the top, the question, back and on at the thumb. */
export function QuizFrame({ quiz, at, back, go, children }: QuizFrameProps) {
  const kept = useKept('Each answer is saved as you choose it.');
  const { document, items, demo, responseTo } = quiz;
  const nameOf = (index: number): string => {
    if (index === at) return 'You are here';
    const item = items[index];
    return item && isAnswered(responseTo(item)) ? 'Answered' : 'Not yet';
  };
  return (
    <StepFrame
      demo={demo}
      leaveTo={paths.module(document.moduleId)}
      label={`Quiz: ${document.title}`}
      where={<Where quiz={quiz} at={at} />}
      steps={items.map(({ itemId }, index) => ({
        key: itemId,
        name: nameOf(index),
        to: paths.question(document.versionId, index + 1),
      }))}
      at={at}
      onePlace
      side={<About quiz={quiz} at={at} />}
      kept={<KeptLine at={kept.at}>{kept.words}</KeptLine>}
      back={
        back && (
          <ButtonLink kind="second" to={back} replace>
            Back
          </ButtonLink>
        )
      }
      go={go}
    >
      {children}
    </StepFrame>
  );
}
