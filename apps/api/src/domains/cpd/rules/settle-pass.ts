import type { CreditOutcome } from '@rounds/contracts/attempt';
import { roundOf, type RoundSoFar } from '@rounds/rules/round-of';
import { awardCredit } from './award-credit.ts';

type Pass = {
  passed: boolean;
  /** `completionId`: the completion of that round in the organisation of the pass, if there is one. */
  previous: (RoundSoFar & { completionId: string | null }) | null;
  /** Of the version passed. */
  major: number;
  /** Civil date of the pass. */
  on: string;
  counts: boolean;
  minutes: number;
};

/** The round of a marked try, what it earns, and the completion already made in that round, if any. */
export function settlePass({ passed, previous, major, on, counts, minutes }: Pass): {
  round: number;
  credit: CreditOutcome;
  completionId: string | null;
} {
  const round = roundOf({ previous, major, on });
  const credit = awardCredit({ passed, round, counts, minutes });
  const completionId = previous?.round === round.round ? previous.completionId : null;
  return { round: round.round, credit, completionId };
}
