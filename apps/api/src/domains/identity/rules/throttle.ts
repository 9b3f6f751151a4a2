/** Failures counted for one account, source address or the like. */
export type Failures = { count: number; lastFailedAt: Date };

/** How many failures are free, how long to wait after the next, and when all is forgotten. Times in seconds. */
export type Pace = { free: number; firstWait: number; longestWait: number; forgetAfter: number };

const HOUR = 3600;

/**
 * Our choice within NIST SP 800-63B-4, section 3.2.2, which wants failures limited, and names waits that grow from
 * 30 seconds. The longest wait is short enough that nobody can be locked out for a shift by somebody else's guesses.
 * A whole hospital may come from one address, so that one is free for longer.
 */
export const PACES = {
  account: { free: 5, firstWait: 30, longestWait: 900, forgetAfter: 24 * HOUR },
  address: { free: 100, firstWait: 30, longestWait: 900, forgetAfter: HOUR },
  /** Links and printed codes that open nothing. */
  link: { free: 20, firstWait: 30, longestWait: 900, forgetAfter: HOUR },
  /** Mails to one address that somebody asked for. */
  mail: { free: 3, firstWait: 900, longestWait: HOUR, forgetAfter: HOUR },
} as const satisfies Record<string, Pace>;

/** Seconds to wait before another try; 0 when one may be made now. The wait doubles with each failure. */
export function secondsToWait(failures: Failures, pace: Pace, now: Date): number {
  if (failures.count < pace.free || isForgotten(failures, pace, now)) return 0;
  const wait = Math.min(pace.firstWait * 2 ** Math.min(failures.count - pace.free, 30), pace.longestWait);
  return Math.max(0, Math.ceil(wait - secondsSince(failures.lastFailedAt, now)));
}

/** The count after one more failure. */
export function oneMore(failures: Failures, pace: Pace, now: Date): Failures {
  return { count: isForgotten(failures, pace, now) ? 1 : failures.count + 1, lastFailedAt: now };
}

function isForgotten({ lastFailedAt }: Failures, pace: Pace, now: Date): boolean {
  return secondsSince(lastFailedAt, now) >= pace.forgetAfter;
}

function secondsSince(then: Date, now: Date): number {
  return (now.getTime() - then.getTime()) / 1000;
}
