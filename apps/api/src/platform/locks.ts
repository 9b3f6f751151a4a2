import { createHash } from 'node:crypto';

/** An advisory lock, held to the end of its transaction. Holders of a shared one do not wait for each other. */
export type Lock = { name: string; shared?: boolean };

/** Keys are 64 bits of a hash: two names that meet by chance only wait for each other. */
export function lockKey(name: string): bigint {
  return createHash('sha1').update(name).digest().readBigInt64BE();
}

export function lockStatements(locks: readonly Lock[]): string[] {
  return locks.map(({ name, shared }) => `SELECT pg_advisory_xact_lock${shared === true ? '_shared' : ''}(${lockKey(name)})`);
}
