import { describe, expect, it } from '@jest/globals';
import { addMonths, civilDate } from './civil-date.ts';

describe('civilDate', () => {
  it.each([
    ['just before midnight in summer time', '2026-06-30T22:59:59.999Z', 'Europe/London', '2026-06-30'],
    ['exactly at midnight in summer time', '2026-06-30T23:00:00Z', 'Europe/London', '2026-07-01'],
    ['in winter time', '2026-12-31T23:59:59Z', 'Europe/London', '2026-12-31'],
    ['east of here it is tomorrow', '2026-06-30T16:00:00Z', 'Asia/Tokyo', '2026-07-01'],
    ['west of here it is yesterday', '2026-07-01T03:00:00Z', 'America/New_York', '2026-06-30'],
  ])('%s', (_, at, zone, date) => {
    expect(civilDate(new Date(at), zone)).toBe(date);
  });

  it.each(['', '+01:00', 'Nowhere/Town', "'; DROP TABLE completion; --", '\u{1F600}'])('knows no zone %j', (zone) => {
    expect(civilDate(new Date('2026-01-01T00:00:00Z'), zone)).toBeNull();
  });
});

describe('addMonths', () => {
  it.each([
    ['2025-09-01', 12, '2026-09-01'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2023-02-28', 12, '2024-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('%s and %i months', (date, months, later) => {
    expect(addMonths(date, months)).toBe(later);
  });
});
