import { describe, expect, it } from '@jest/globals';
import { roundOf } from './round-of.ts';

const previous = { round: 3, major: 2, awardedOn: '2025-09-01', askedAgain: false };

describe('roundOf', () => {
  it('begins with round 1', () => {
    expect(roundOf({ previous: null, major: 4, on: '2026-09-01' })).toEqual({
      round: 1,
      awarded: false,
      nextRoundFrom: null,
    });
  });

  it.each([
    ['the day of the award', '2025-09-01'],
    ['just before 12 months', '2026-08-31'],
    ['before the award, arriving late', '2025-08-01'],
  ])('stays in an awarded round: %s', (_, on) => {
    expect(roundOf({ previous, major: 2, on })).toEqual({ round: 3, awarded: true, nextRoundFrom: '2026-09-01' });
  });

  it.each([
    ['exactly 12 months after the award', 2, '2026-09-01'],
    ['later', 2, '2031-01-01'],
    ['by a major version, on the very next day', 3, '2025-09-02'],
  ])('opens the next round: %s', (_, major, on) => {
    expect(roundOf({ previous, major, on })).toEqual({ round: 4, awarded: false, nextRoundFrom: null });
  });

  it.each([
    ['on the very day of the award', '2025-09-01', 2],
    ['with an older version', '2025-09-01', 1],
    ['without an award', null, 2],
  ])('opens the next round by recertification: %s', (_, awardedOn, major) => {
    expect(roundOf({ previous: { ...previous, awardedOn, askedAgain: true }, major, on: '2025-09-01' })).toEqual({
      round: 4,
      awarded: false,
      nextRoundFrom: null,
    });
  });

  it('does not open one by an older major version', () => {
    expect(roundOf({ previous, major: 1, on: '2025-10-01' }).round).toBe(3);
  });

  it('keeps a round without an award open, however long', () => {
    const unawarded = { ...previous, awardedOn: null };
    expect(roundOf({ previous: unawarded, major: 2, on: '2040-01-01' })).toEqual({
      round: 3,
      awarded: false,
      nextRoundFrom: null,
    });
  });

  it.each([
    ['2025-02-27', 1],
    ['2025-02-28', 2],
  ])('counts an award of a leap day to the last of February: %s is round %i', (on, round) => {
    expect(
      roundOf({ previous: { round: 1, major: 1, awardedOn: '2024-02-29', askedAgain: false }, major: 1, on }).round,
    ).toBe(round);
  });
});
