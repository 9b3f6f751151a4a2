import { describe, expect, it } from '@jest/globals';
import { cookieAgeSeconds, mustTouch, sessionBounds } from './session-lifetime.ts';

const NOW = new Date('2026-09-01T09:00:00Z');

describe('sessionBounds', () => {
  it('gives an own device half a day of idleness and 30 days in all', () => {
    expect(sessionBounds(false, NOW)).toEqual({
      idleUntil: new Date('2026-09-01T21:00:00Z'),
      expiresAt: new Date('2026-10-01T09:00:00Z'),
    });
  });

  it('gives a shared device a quarter of an hour and 10 hours in all', () => {
    expect(sessionBounds(true, NOW)).toEqual({
      idleUntil: new Date('2026-09-01T09:15:00Z'),
      expiresAt: new Date('2026-09-01T19:00:00Z'),
    });
  });
});

it('notes a use again exactly after a minute', () => {
  expect(mustTouch(NOW, new Date('2026-09-01T09:00:59.999Z'))).toBe(false);
  expect(mustTouch(NOW, new Date('2026-09-01T09:01:00Z'))).toBe(true);
});

it('lets the cookie of a shared device go with the browser', () => {
  expect(cookieAgeSeconds(true)).toBeNull();
  expect(cookieAgeSeconds(false)).toBe(30 * 24 * 3600);
});
