import type { LearnerItem, Response } from '@rounds/contracts/item';
import { type ComponentType, type ReactNode, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../lib/paths.ts';
import { splitStem } from '../../lib/plain-text.ts';
import { useArrowKeys } from '../../lib/use-arrow-keys.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { CertaintyChoice } from '../../ui/certainty-choice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Prose } from '../../ui/prose.tsx';
import stem from '../../ui/stem.module.css';
import { Tag } from '../../ui/tag.tsx';
import { QuizFrame } from './quiz-frame.tsx';
import { type Quiz, useQuiz } from './use-quiz.ts';

type Answer = Pick<Response, 'optionIds' | 'pairs'>;

/** The form of an item, from another feature, put in by the route. */
export type AnswerForm = ComponentType<{
  item: Pick<LearnerItem, 'itemId' | 'kind' | 'prompts' | 'options'>;
  legend: ReactNode;
  note?: ReactNode;
  answer: Answer;
  onAnswer: (answer: Answer) => void;
}>;

type QuestionProps = { quiz: Quiz; item: LearnerItem; number: number; AnswerForm: AnswerForm };

function Question({ quiz, item, number, AnswerForm }: QuestionProps) {
  // Shown at once; kept on the device a moment later.
  const [response, setResponse] = useState(() => quiz.responseTo(item));
  const { scene, question } = useMemo(() => splitStem(item.stemHtml), [item.stemHtml]);
  function choose(change: Partial<Response>): void {
    const next = { ...response, ...change };
    setResponse(next);
    void quiz.keep(next);
  }
  return (
    <>
      {scene && <Prose html={scene} />}
      <AnswerForm
        item={item}
        legend={
          <PageTitle name={`Question ${number} of ${quiz.items.length}`} className={stem['stem']}>
            <span dangerouslySetInnerHTML={{ __html: question }} />
          </PageTitle>
        }
        note={
          item.safetyCritical && (
            <p className="fact">
              <Tag kind="due">This one must be right to pass</Tag>
            </p>
          )
        }
        answer={response}
        onAnswer={choose}
      />
      <CertaintyChoice value={response.certainty} onChange={(certainty) => choose({ certainty })} />
    </>
  );
}

/** One question a screen. Nothing is right or wrong until the try is submitted. */
export function QuestionPage({
  versionId,
  number,
  AnswerForm,
}: {
  versionId: string;
  number: number;
  AnswerForm: AnswerForm;
}) {
  const quiz = useQuiz(versionId);
  const navigate = useNavigate();
  const item = quiz.items[number - 1];
  const isLast = number === quiz.items.length;
  const back = number > 1 ? paths.question(versionId, number - 1) : null;
  const next = isLast ? paths.quizReview(versionId) : paths.question(versionId, number + 1);
  const turnTo = (address: string) => void navigate(address, { replace: true });
  useArrowKeys({ onLeft: back ? () => turnTo(back) : null, onRight: () => turnTo(next) });
  return (
    <QuizFrame
      quiz={quiz}
      at={number - 1}
      back={back}
      go={
        <ButtonLink to={next} replace>
          {isLast ? 'Review your answers' : 'Next'}
        </ButtonLink>
      }
    >
      {item && <Question key={item.itemId} quiz={quiz} item={item} number={number} AnswerForm={AnswerForm} />}
    </QuizFrame>
  );
}
