import type { AttemptResult } from '@rounds/contracts/attempt';
import type { MarkedAttempt } from '../../domains/assessment/attempt.store.ts';
import { resultFor } from '../../domains/assessment/rules/result-for.ts';
import type { VersionForMarking } from '../../domains/content/version.store.ts';

/** What a learner is told of a try: the same whenever it is asked, until it is marked again. */
export function attemptResult(version: VersionForMarking, attempt: MarkedAttempt): AttemptResult {
  const { mark, responses, attemptId, versionId, tryNumber, timedBy } = attempt;
  const { raw, max, passMark, passed, safetyItemMissed, completionId, credit, sequence } = mark;
  return {
    attemptId,
    versionId,
    moduleId: version.moduleId,
    moduleTitle: version.title,
    tryNumber,
    score: { raw, max, scaled: raw / max },
    passMark,
    passed,
    safetyItemMissed,
    items: resultFor({ passed, items: mark.items, responses, pool: version.markingDocument.items }),
    completionId,
    credit,
    remarked: sequence > 1,
    timedBy,
  };
}
