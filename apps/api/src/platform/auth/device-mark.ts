import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds. Our choice: who has not signed in there for a year is a stranger again. */
export const DEVICE_MARK_AGE = 365 * 24 * 3600;

/**
 * What a browser keeps to show that its owner has signed in there before. It opens nothing. Signed with the owner's own
 * password hash, so it needs no key of its own, is nobody else's, and ends with the password.
 */
export function deviceMark(passwordHash: string, owner: string, at: Date): string {
  const issued = Math.floor(at.getTime() / 1000).toString(36);
  return `${issued}.${signature(passwordHash, owner, issued)}`;
}

/** False for another owner's, one from before the password was changed, and one that is too old. */
export function isDeviceMark(mark: string, passwordHash: string, owner: string, now: Date): boolean {
  const [issued = '', given = ''] = mark.split('.');
  const age = now.getTime() / 1000 - Number.parseInt(issued, 36);
  if (!(age >= -1 && age < DEVICE_MARK_AGE)) return false;
  const [wanted, got] = [signature(passwordHash, owner, issued), given].map((text) => Buffer.from(text));
  return wanted !== undefined && got !== undefined && wanted.length === got.length && timingSafeEqual(wanted, got);
}

function signature(passwordHash: string, owner: string, issued: string): string {
  return createHmac('sha256', passwordHash).update(`known device ${owner} ${issued}`).digest('base64url');
}
