const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

type Lifetime = { idle: number; absolute: number };

/**
 * Our choice, in milliseconds. NIST SP 800-63B-4, section 2.1.3, asks for signing in again at least every 30 days at
 * its first level of assurance; OWASP's Session Management Cheat Sheet names 15 to 30 minutes of idleness for
 * low-risk applications. On an own device half a day covers a shift; on a shared one a person who walks off is signed
 * out before long, and a long shift bounds the rest.
 */
const OWN_DEVICE: Lifetime = { idle: 12 * HOUR, absolute: 30 * 24 * HOUR };
const SHARED_DEVICE: Lifetime = { idle: 15 * MINUTE, absolute: 10 * HOUR };

/** How often a session in use is written to, at most. */
const TOUCH_EVERY = MINUTE;

/** When a session is over, and when it is over unless it is used before: at the very instants it no longer holds. */
export function sessionBounds(sharedDevice: boolean, now: Date): { idleUntil: Date; expiresAt: Date } {
  const { idle, absolute } = sharedDevice ? SHARED_DEVICE : OWN_DEVICE;
  return { idleUntil: new Date(now.getTime() + idle), expiresAt: new Date(now.getTime() + absolute) };
}

export function mustTouch(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= TOUCH_EVERY;
}

/** The cookie's own age. A shared device gets none: its cookie goes when the browser closes. */
export function cookieAgeSeconds(sharedDevice: boolean): number | null {
  return sharedDevice ? null : OWN_DEVICE.absolute / 1000;
}
