import { describe, expect, it } from '@jest/globals';
import { moduleMinutes } from './module-minutes.ts';

describe('moduleMinutes', () => {
  it.each([
    [0, 8, 4],
    [199, 8, 4],
    [200, 8, 5],
    [1000, 5, 7],
    [1100, 5, 8],
    [1099, 5, 7],
  ])('%i words and a quiz of %i take %i minutes', (words, size, minutes) => {
    expect(moduleMinutes(words, size)).toBe(minutes);
  });
});
