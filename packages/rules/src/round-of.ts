import { addMonths } from './civil-date.ts';

/** Our choice: a year after its award a module may earn minutes again. */
const MONTHS_TO_NEXT_ROUND = 12;

/** The latest round in which a person completed a module, in whichever organisation. */
export type RoundSoFar = {
  round: number;
  /** The latest major version completed in it. */
  major: number;
  /** Civil date of its award; null while it has earned no minutes. */
  awardedOn: string | null;
  /** Recertification: the organisation of the pass asked for the module again after its completion in it. */
  askedAgain: boolean;
};

/** The round a pass belongs to. `nextRoundFrom` is a civil date, given when this round's minutes were awarded already. */
export type Round = { round: number; awarded: boolean; nextRoundFrom: string | null };

type Pass = {
  previous: RoundSoFar | null;
  /** Of the version passed. */
  major: number;
  /** Civil date of the pass. */
  on: string;
};

/**
 * A round is one chance to earn minutes for a module. The next one opens with a later major version, by recertification,
 * or 12 months after this one's award; a round without an award stays open.
 */
export function roundOf({ previous, major, on }: Pass): Round {
  if (previous === null) return { round: 1, awarded: false, nextRoundFrom: null };
  const next = { round: previous.round + 1, awarded: false, nextRoundFrom: null };
  if (major > previous.major || previous.askedAgain) return next;
  if (previous.awardedOn === null) return { round: previous.round, awarded: false, nextRoundFrom: null };
  const nextRoundFrom = addMonths(previous.awardedOn, MONTHS_TO_NEXT_ROUND);
  return on >= nextRoundFrom ? next : { round: previous.round, awarded: true, nextRoundFrom };
}
