import { createHash, randomBytes } from 'node:crypto';

/** An opaque secret of 256 random bits, for a cookie or a link. Only its hash is kept. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 of a token: what is kept at rest. Enough without salt, because the token itself is random. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
