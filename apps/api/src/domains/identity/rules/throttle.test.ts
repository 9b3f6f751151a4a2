import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { oneMore, PACES, secondsToWait } from './throttle.ts';

const NOW = new Date('2026-09-01T09:00:00Z');
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);
const wait = (count: number, secondsAgo: number) =>
  secondsToWait({ count, lastFailedAt: ago(secondsAgo) }, PACES.account, NOW);

describe('secondsToWait', () => {
  it.each([
    ['nothing after four failures', 4, 0, 0],
    ['half a minute after the fifth', 5, 0, 30],
    ['one second just before it is over', 5, 29, 1],
    ['nothing exactly when it is over', 5, 30, 0],
    ['twice as long after the sixth', 6, 0, 60],
    ['8 minutes after the ninth', 9, 0, 480],
    ['never more than a quarter of an hour', 60, 0, 900],
    ['nothing when a day has passed', 60, 86_400, 0],
  ])('asks for %s', (_, count, secondsAgo, expected) => {
    expect(wait(count, secondsAgo)).toBe(expected);
  });

  it('never shortens with more failures, and is bounded', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(86_399), (count, secondsAgo) => {
        expect(wait(count + 1, secondsAgo)).toBeGreaterThanOrEqual(wait(count, secondsAgo));
        expect(wait(count, secondsAgo)).toBeLessThanOrEqual(PACES.account.longestWait);
      }),
    );
  });
});

describe('a place that many share', () => {
  const { free, oneEach } = PACES.address;
  const next = (count: number, secondsAgo: number) =>
    secondsToWait({ count, lastFailedAt: ago(secondsAgo) }, PACES.address, NOW);

  it.each([
    ['nothing before the last free one', free - 1, 0, 0],
    ['as long as one failure takes to wear off', free, 0, oneEach],
    ['one second just before it has', free, oneEach - 1, 1],
    ['nothing exactly when it has', free, oneEach, 0],
    ['as long as all that are too many take', free + 4, 0, 5 * oneEach],
    ['nothing more where the clock was set back', free - 1, -3600, 0],
  ])('waits %s', (_, count, secondsAgo, expected) => {
    expect(next(count, secondsAgo)).toBe(expected);
  });

  it('never waits where people fail more seldom than failures wear off, for however long', () => {
    let failures = { count: 0, lastFailedAt: ago(1_000_000) };
    for (let second = 0; second < 1000 * oneEach; second += oneEach) {
      const now = new Date(NOW.getTime() + second * 1000);
      expect(secondsToWait(failures, PACES.address, now)).toBe(0);
      failures = oneMore(failures, PACES.address, now);
    }
  });

  it('lets them wear off while others sign in every second, each try taken back', () => {
    let failures = { count: free - 1, lastFailedAt: NOW };
    for (let second = 1; second <= 10 * oneEach; second += 1) {
      const counted = oneMore(failures, PACES.address, new Date(NOW.getTime() + second * 1000));
      failures = { ...counted, count: counted.count - 1 };
    }
    expect(failures.count).toBe(free - 1 - 10);
  });
});

describe('oneMore', () => {
  it('counts on', () => {
    expect(oneMore({ count: 3, lastFailedAt: ago(60) }, PACES.account, NOW)).toEqual({ count: 4, lastFailedAt: NOW });
  });

  it('begins anew exactly when the earlier failures are forgotten', () => {
    expect(oneMore({ count: 30, lastFailedAt: ago(86_399) }, PACES.account, NOW).count).toBe(31);
    expect(oneMore({ count: 30, lastFailedAt: ago(86_400) }, PACES.account, NOW).count).toBe(1);
  });
});
