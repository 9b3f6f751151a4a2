import { describe, expect, it } from '@jest/globals';
import { makeRandom, makeRandomFor } from './make-random.ts';

const take = (random: () => number, count: number) => Array.from({ length: count }, random);

describe('makeRandom', () => {
  it('gives the published sequence of xoshiro128** for the seed 1, 2, 3, 4', () => {
    expect(take(makeRandom([1, 2, 3, 4]), 10)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });
});

describe('makeRandomFor', () => {
  it('gives the same sequence for the same parts, another for parts joined otherwise', () => {
    expect(take(makeRandomFor('ab', 'c'), 5)).toEqual(take(makeRandomFor('ab', 'c'), 5));
    expect(take(makeRandomFor('ab', 'c'), 5)).not.toEqual(take(makeRandomFor('a', 'bc'), 5));
  });
});
