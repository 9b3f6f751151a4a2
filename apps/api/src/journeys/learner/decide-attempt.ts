import type { AttemptBody } from '@rounds/contracts/attempt';
import type { MarkingItem } from '@rounds/contracts/item';
import { drawQuiz } from '@rounds/rules/draw-quiz';
import type { Marking } from '../../domains/assessment/attempt.store.ts';
import { checkResponses } from '../../domains/assessment/rules/check-responses.ts';
import { markQuiz, type QuizMark } from '../../domains/assessment/rules/mark-quiz.ts';
import type { VersionForMarking } from '../../domains/content/version.store.ts';
import { settlePass } from '../../domains/cpd/rules/settle-pass.ts';
import type { BeforeSubmission } from '../../views/submission.view.ts';
import { unfitResponses } from './refuse-attempt.ts';

/** What a try turns out to be: its marking, and the completion of its round, to be made or made before. */
export type Decision = {
  marking: Marking;
  round: number;
  /** The pass makes it; it was not there before. */
  newCompletion: boolean;
};

type Try = {
  personId: string;
  body: AttemptBody;
  version: VersionForMarking;
  before: BeforeSubmission;
  /** Whether a pass of this version may earn minutes. */
  counts: boolean;
  /** For a completion, should the try make one. */
  freshId: string;
};

/** Draws the try again from its number, checks and marks it, and decides what a pass earns. */
export function decideAttempt({ personId, body, version, before, counts, freshId }: Try): Decision {
  const { major, minutes, markingDocument } = version;
  const mark = markTry(personId, body, version, before);
  const { passed } = mark;
  const { round, credit, completionId } = settlePass({
    passed,
    previous: before.round,
    major,
    on: before.completedOn,
    counts,
    minutes,
  });
  return {
    marking: {
      ...mark,
      passMark: markingDocument.passMark,
      credit,
      completionId: passed ? (completionId ?? freshId) : null,
    },
    round,
    newCompletion: passed && completionId === null,
  };
}

function markTry(
  personId: string,
  body: AttemptBody,
  { markingDocument }: VersionForMarking,
  { mendedKeys }: BeforeSubmission,
): QuizMark {
  const { versionId, tryNumber, responses } = body;
  const { items: pool, size, passMark } = markingDocument;
  const drawn: MarkingItem[] = drawQuiz({ personId, versionId, tryNumber, items: pool, size });
  const fault = checkResponses({ responses, drawn, pool });
  if (fault !== null) throw unfitResponses(fault);
  return markQuiz({
    drawn,
    passMark,
    responses,
    mendedKeys: new Map(mendedKeys.map(({ itemId, key }) => [itemId, key])),
  });
}
