import type { CreditOutcome } from '@rounds/contracts/attempt';
import type { Round } from '@rounds/rules/round-of';

type Claim = {
  passed: boolean;
  /** The round the pass belongs to. */
  round: Round;
  /** A named person vouches for the version, or a demo counts it all the same. */
  counts: boolean;
  /** Stated minutes of the version. */
  minutes: number;
};

/** Whether a marked try earns its version's minutes: once a person, module and round. */
export function awardCredit({ passed, round, counts, minutes }: Claim): CreditOutcome {
  if (!passed) return { outcome: 'not-awarded', reason: 'not-passed', nextRoundFrom: null };
  if (round.awarded) return { outcome: 'not-awarded', reason: 'already-awarded', nextRoundFrom: round.nextRoundFrom };
  if (!counts) return { outcome: 'not-awarded', reason: 'not-reviewed', nextRoundFrom: null };
  return { outcome: 'awarded', creditMinutes: minutes, round: round.round };
}
