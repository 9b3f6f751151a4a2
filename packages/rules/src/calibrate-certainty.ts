import type { CalibrationLevel } from '@rounds/contracts/calibration';
import type { Certainty } from '@rounds/contracts/item';

/** Of fewer answers a share says little, and one more moves it too far. */
export const FEWEST_ANSWERS = 10;

/** Fractions are sums of thirds and quarters, which floating point cannot hold. */
const TOLERANCE = 1e-9;
const LEVELS: readonly Certainty[] = [3, 2, 1];

/** One answer to a question, in a knowledge check or a quiz. `fraction`: 0 to 1. `at`: milliseconds. */
export type GivenAnswer = { itemId: string; certainty: Certainty | null; fraction: number; at: number };

/**
 * How often somebody was right at each certainty. Only the first answer to a question counts, since later ones are
 * given after an explanation; partly right is not right. The same for any order of the answers.
 */
export function calibrateCertainty(answers: readonly GivenAnswer[]): CalibrationLevel[] {
  const firsts = [...Map.groupBy(answers, ({ itemId }) => itemId).values()].map(first);
  return LEVELS.map((certainty) => {
    const given = firsts.filter((answer) => answer.certainty === certainty);
    const right = given.filter(({ fraction }) => fraction + TOLERANCE >= 1).length;
    return { certainty, answers: given.length, right: given.length < FEWEST_ANSWERS ? null : right };
  });
}

/** Of two at one moment, the one that flatters less. */
function first(answers: readonly GivenAnswer[]): GivenAnswer {
  return answers.reduce((a, b) => (compare(b, a) < 0 ? b : a));
}

function compare(a: GivenAnswer, b: GivenAnswer): number {
  return a.at - b.at || a.fraction - b.fraction || (b.certainty ?? 0) - (a.certainty ?? 0);
}
