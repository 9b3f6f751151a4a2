import { describe, expect, it } from '@jest/globals';
import { allotItems } from './allot-items.ts';

const allot = (available: number[], size: number) => [
  ...allotItems(
    available.map((count, i) => ({ outcomeId: `o${i + 1}`, available: count })),
    size,
  ).values(),
];

describe('allotItems', () => {
  it.each([
    ['equal pools share equally', [4, 4, 4], 6, [2, 2, 2]],
    ['a slot left over goes to the earlier of equal outcomes', [4, 4, 4], 8, [3, 3, 2]],
    ['larger pools give more', [5, 5, 4], 8, [3, 3, 2]],
    ['every outcome gives one, however small its pool', [20, 1, 1], 3, [1, 1, 1]],
    ['a small pool is never asked for more than it has', [10, 1, 1], 8, [6, 1, 1]],
    ['the whole pool', [3, 3, 3], 9, [3, 3, 3]],
  ])('%s', (_, available, size, given) => {
    expect(allot(available, size)).toEqual(given);
  });

  it.each([
    ['fewer items than outcomes', [4, 4, 4], 2],
    ['more items than there are', [2, 2], 5],
    ['nothing to draw from', [], 5],
  ])('refuses %s', (_, available, size) => {
    expect(() => allot(available, size)).toThrow(RangeError);
  });
});
