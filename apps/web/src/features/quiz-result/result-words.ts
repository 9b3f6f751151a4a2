import type { AttemptResult } from '@rounds/contracts/attempt';
import { longDate } from '../../lib/dates.ts';
import { marks } from '../../lib/learning-words.ts';

/** The title of a passed try: what it brought. */
export function passedTitle({ credit }: AttemptResult): string {
  if (credit.outcome === 'awarded') return `You passed. ${credit.creditMinutes} minutes added to your CPD record.`;
  return credit.reason === 'not-reviewed' ? 'You passed. It adds no minutes yet.' : 'You passed again.';
}

/** What the minutes mean, or why there are none. */
export function creditWords({ credit }: AttemptResult): string {
  if (credit.outcome === 'awarded')
    return 'The minutes count once in each round. Write a reflection while it is fresh.';
  if (credit.reason === 'not-reviewed') {
    return 'No clinician has reviewed this module yet. Your completion is kept; minutes wait until a named person signs the module off.';
  }
  const next = credit.nextRoundFrom ? ` A pass adds minutes again from ${longDate(credit.nextRoundFrom)}.` : '';
  return `Its minutes are already in your CPD record.${next}`;
}

/** "6 of 8", to one decimal. */
export function scoreWords({ score }: AttemptResult): string {
  return `${marks(score.raw)} of ${marks(score.max)}`;
}

/** "You needed 6."; and why there are parts of a mark, where the score shows some. */
export function neededWords({ score, passMark }: AttemptResult): string {
  const needed = `You needed ${marks(passMark)}.`;
  return marks(score.raw).includes('.') ? `${needed} A partly right answer earns part of a mark.` : needed;
}
