/** How many items of an outcome there are to draw from. */
export type Pool = { outcomeId: string; available: number };

/**
 * How many items each outcome gives to a draw of `size`: one each, then the outcome furthest below its fair share
 * (its part of the whole pool), the earlier one where two are equal. Sums to `size`, and never asks for more than is
 * available: some outcome is below its fair share while slots are left, and a fair share is at most the pool.
 * Throws RangeError where a draw cannot cover every outcome or is larger than the pool.
 */
export function allotItems(pools: readonly Pool[], size: number): ReadonlyMap<string, number> {
  const total = pools.reduce((sum, pool) => sum + pool.available, 0);
  if (size < pools.length || size > total) {
    throw new RangeError(`Cannot draw ${size} of ${total} items over ${pools.length} outcomes`);
  }
  const shares = pools.map((pool) => ({ ...pool, fair: (size * pool.available) / total, given: 1 }));
  for (let left = size - pools.length; left > 0; left -= 1) {
    const neediest = shares.reduce((most, share) => (share.fair - share.given > most.fair - most.given ? share : most));
    neediest.given += 1;
  }
  return new Map(shares.map((share) => [share.outcomeId, share.given]));
}
