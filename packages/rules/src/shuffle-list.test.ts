import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeRandomFor } from './make-random.ts';
import { shuffleList } from './shuffle-list.ts';

describe('shuffleList', () => {
  it('keeps what is in the list, and the list itself', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (list, seed) => {
        const before = [...list];
        const shuffled = shuffleList(list, makeRandomFor(seed));
        expect(shuffled.toSorted((a, b) => a - b)).toEqual(before.toSorted((a, b) => a - b));
        expect(list).toEqual(before);
      }),
    );
  });

  it('gives each of the 6 orders of 3 about equally often', () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 6000; i += 1) {
      const order = shuffleList(['a', 'b', 'c'], makeRandomFor('fair', String(i))).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
