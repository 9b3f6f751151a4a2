import { describe, expect, test } from '@jest/globals';
import { kilobytes } from './bytes.ts';
import { clockTime, longDate, longDay } from './dates.ts';
import { minutesInWords } from './minutes.ts';
import { count, list } from './words.ts';

describe('dates in British form', () => {
  test('a day is the same day everywhere', () => {
    expect(longDate('2018-08-06')).toBe('6 August 2018');
    expect(longDate('2018-08-06', 'Pacific/Auckland')).toBe('6 August 2018');
    expect(longDay('2027-03-11')).toBe('Thursday 11 March 2027');
  });
  test('an instant has the day and the time of its zone', () => {
    expect(longDate('2026-07-01T23:30:00Z', 'Europe/London')).toBe('2 July 2026');
    expect(clockTime('2026-07-01T16:30:00Z', 'Europe/London')).toBe('5:30pm');
    expect(clockTime('2026-01-01T00:05:00Z', 'Europe/London')).toBe('12:05am');
  });
});

test.each([
  [0, '0 min'],
  [8, '8 min'],
  [60, '1 h'],
  [1608, '26 h 48 min'],
])('%i minutes are "%s"', (minutes, words) => expect(minutesInWords(minutes)).toBe(words));

test.each([
  [0, 1],
  [1000, 1],
  [1001, 2],
  [45_900, 46],
])('%i bytes are shown as %i kB', (bytes, shown) => expect(kilobytes(bytes)).toBe(shown));

test('counts and lists in words', () => {
  expect(count(1, 'card')).toBe('1 card');
  expect(count(1200, 'card')).toBe('1,200 cards');
  expect(count(2, 'reply', 'replies')).toBe('2 replies');
  expect(list([])).toBe('');
  expect(list(['a'])).toBe('a');
  expect(list(['a', 'b', 'c'])).toBe('a, b and c');
});
