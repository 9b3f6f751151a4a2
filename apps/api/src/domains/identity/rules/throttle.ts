/** Failures counted for one account, source address or the like. `lastFailedAt`: from when on they wear off. */
export type Failures = { count: number; lastFailedAt: Date };

/** For one account: so many are free, then each failure doubles the wait. Times in seconds. */
type Doubling = { free: number; firstWait: number; longestWait: number; forgetAfter: number };
/** For a place that many share: so many are free at once, and one more every so many seconds. */
type Steady = { free: number; oneEach: number };
export type Pace = Doubling | Steady;

const HOUR = 3600;

/**
 * Our choice within NIST SP 800-63B-4, section 3.2.2, which wants failures limited, and names waits that grow from
 * 30 seconds. The longest wait is short enough that nobody can be locked out for a shift by somebody else's guesses.
 * `everywhere` bounds guesses from many networks at one account: 288 a day beyond the first 30.
 * A whole hospital may come from one address and is never without a failure for long, so there each wears off by itself.
 */
export const PACES = {
  /** One account from one network, or on one known device. */
  account: { free: 5, firstWait: 30, longestWait: 900, forgetAfter: 24 * HOUR },
  /** One account from all networks together. */
  everywhere: { free: 30, oneEach: 300 },
  address: { free: 100, oneEach: 12 },
  /** Links and printed codes that open nothing, and links asked for. */
  link: { free: 20, oneEach: 60 },
  /** Mails to one address that somebody asked for. */
  mail: { free: 3, firstWait: 900, longestWait: HOUR, forgetAfter: HOUR },
} as const satisfies Record<string, Pace>;

/** What failures are counted for: an account's name, a source address, an e-mail address. Kept as a hash only. */
export type Counted = { pace: keyof typeof PACES; of: string };

/** Seconds to wait before another try; 0 when one may be made now. */
export function secondsToWait(failures: Failures, pace: Pace, now: Date): number {
  const since = secondsSince(failures.lastFailedAt, now);
  if ('oneEach' in pace) return Math.max(0, Math.ceil((failures.count - pace.free + 1) * pace.oneEach - since));
  if (failures.count < pace.free || since >= pace.forgetAfter) return 0;
  const wait = Math.min(pace.firstWait * 2 ** Math.min(failures.count - pace.free, 30), pace.longestWait);
  return Math.max(0, Math.ceil(wait - since));
}

/** One more failure, and without those that have worn off or are forgotten. */
export function oneMore({ count, lastFailedAt }: Failures, pace: Pace, now: Date): Failures {
  const since = secondsSince(lastFailedAt, now);
  if (!('oneEach' in pace)) return { count: since >= pace.forgetAfter ? 1 : count + 1, lastFailedAt: now };
  const wornOff = Math.floor(since / pace.oneEach);
  if (wornOff >= count) return { count: 1, lastFailedAt: now };
  // What is left of the time goes on counting, however often somebody fails.
  return { count: count - wornOff + 1, lastFailedAt: new Date(lastFailedAt.getTime() + wornOff * pace.oneEach * 1000) };
}

/** A clock that was set back has not gone on yet. */
function secondsSince(then: Date, now: Date): number {
  return Math.max(0, (now.getTime() - then.getTime()) / 1000);
}
