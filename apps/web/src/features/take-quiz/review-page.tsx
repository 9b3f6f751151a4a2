import type { LearnerItem } from '@rounds/contracts/item';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { paths } from '../../lib/paths.ts';
import { plainText } from '../../lib/plain-text.ts';
import { count } from '../../lib/words.ts';
import { useOutbox } from '../../outbox/outbox-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Cell, Head, Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { QuizFrame } from './quiz-frame.tsx';
import { isAnswered, type Quiz, useQuiz } from './use-quiz.ts';

/** Milliseconds to wait for the mark before the result page says that it is still on its way. */
const PATIENCE = 8_000;

function Answers({ quiz }: { quiz: Quiz }) {
  return (
    <Table
      reflow
      headHidden
      head={
        <>
          <Head>Question</Head>
          <Head>State</Head>
          <Head>Change</Head>
        </>
      }
    >
      {quiz.items.map((item, index) => (
        <AnswerRow key={item.itemId} quiz={quiz} item={item} number={index + 1} />
      ))}
    </Table>
  );
}

function AnswerRow({ quiz, item, number }: { quiz: Quiz; item: LearnerItem; number: number }) {
  const answered = isAnswered(quiz.responseTo(item));
  return (
    <tr>
      <Cell heading phone="wide">
        {number}. {plainText(item.stemHtml)}
      </Cell>
      <Cell>
        <span className="nowrap">{answered ? <Tag kind="good">Answered</Tag> : <Tag kind="due">Not yet</Tag>}</span>
      </Cell>
      <Cell phone="end">
        <Link
          to={paths.question(quiz.document.versionId, number)}
          replace
          aria-label={`${answered ? 'Change' : 'Answer'} question ${number}`}
        >
          {answered ? 'Change' : 'Answer'}
        </Link>
      </Cell>
    </tr>
  );
}

function useSubmit(quiz: Quiz): { submit: () => Promise<void>; submitting: boolean } {
  const outbox = useOutbox();
  const navigate = useNavigate();
  const [submitting, setSubmitting] = useState(false);
  async function submit(): Promise<void> {
    setSubmitting(true);
    const responses = quiz.items.map(quiz.responseTo).filter(isAnswered);
    const { versionId } = quiz.document;
    const kept = await outbox.submit({ versionId, tryNumber: quiz.tryNumber, responses }).catch(() => null);
    // Not kept, so not submitted: the line at the thumb says why, and the answers are as they were.
    if (!kept) return setSubmitting(false);
    await Promise.race([outbox.flush(), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    // The quiz is over: from its result, the browser's Back leads to the module and never into another try.
    window.history.replaceState(window.history.state, '', paths.module(quiz.document.moduleId));
    await navigate(paths.result(kept.id));
  }
  return { submit, submitting };
}

/** What was answered, before it is submitted. */
export function ReviewPage({ versionId }: { versionId: string }) {
  const quiz = useQuiz(versionId);
  // Submitting begins the next try: this page goes on showing the one it was opened for.
  const [shown] = useState(quiz);
  const { submit, submitting } = useSubmit(quiz);
  const current = submitting ? shown : quiz;
  const open = current.items.filter((item) => !isAnswered(current.responseTo(item))).length;
  const given = current.items.length - open;
  return (
    <QuizFrame
      quiz={current}
      at={current.items.length}
      back={paths.question(versionId, current.items.length)}
      go={
        <Button disabled={submitting || given === 0} onClick={() => void submit()}>
          {submitting ? 'Being marked' : `Submit ${count(given, 'answer')}`}
        </Button>
      }
    >
      <PageTitle name="Review your answers">Your answers</PageTitle>
      {open > 0 && (
        <Notice kind="caution">
          <p>
            <strong>{count(open, 'question has', 'questions have')} no answer.</strong> Without one it counts as 0.
          </p>
        </Notice>
      )}
      <Answers quiz={current} />
    </QuizFrame>
  );
}
