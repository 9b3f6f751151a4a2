import { describe, expect, it } from '@jest/globals';
import { at, daysBefore, workingDay } from './calendar.ts';

describe('a time of day', () => {
  it.each([
    ['2026-01-15', 9 * 60, '2026-01-15T09:00:00.000Z'],
    ['2026-07-15', 9 * 60, '2026-07-15T08:00:00.000Z'],
    ['2026-07-15', 30, '2026-07-14T23:30:00.000Z'],
    ['2026-03-29', 0, '2026-03-29T00:00:00.000Z'],
    ['2026-03-29', 12 * 60, '2026-03-29T11:00:00.000Z'],
    ['2026-10-25', 12 * 60, '2026-10-25T12:00:00.000Z'],
  ])('on %s, %d minutes after midnight in London, is %s', (day, minutes, instant) => {
    expect(at(day, minutes).toISOString()).toBe(instant);
  });
});

it.each([
  ['2026-11-18', '2026-11-18'],
  ['2026-11-21', '2026-11-20'],
  ['2026-11-22', '2026-11-20'],
  ['2026-12-26', '2026-12-24'],
  ['2027-01-03', '2026-12-31'],
])('the working day of %s is %s', (day, worked) => expect(workingDay(day)).toBe(worked));

it('counts days over a leap day', () => expect(daysBefore('2028-03-01', 1)).toBe('2028-02-29'));
