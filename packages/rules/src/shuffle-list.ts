import type { Random } from './make-random.ts';

const RANGE = 2 ** 32;

/** An integer from 0 to `limit` − 1, each equally likely: values of the last, incomplete stretch are thrown away. */
function randomBelow(random: Random, limit: number): number {
  const fair = RANGE - (RANGE % limit);
  let value = random();
  while (value >= fair) value = random();
  return value % limit;
}

/** A new list in an order chosen by `random` (Fisher and Yates, from the end). */
export function shuffleList<T>(list: readonly T[], random: Random): T[] {
  const shuffled = [...list];
  for (let i = shuffled.length - 1; i > 0; i -= 1) {
    const j = randomBelow(random, i + 1);
    [shuffled[i], shuffled[j]] = [shuffled[j] as T, shuffled[i] as T];
  }
  return shuffled;
}
