import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db.ts';
import { type Failures, oneMore, PACES, secondsToWait } from './rules/throttle.ts';

/** What failures are counted for: an account's name, a source address, an e-mail address. Kept as a hash only. */
export type Counted = { pace: keyof typeof PACES; of: string };

type Row = { key_hash: Buffer; failures: number; last_failed_at: Date };

@Injectable()
export class ThrottleStore {
  /**
   * Counts a try as failed before it is made, so that many at once cannot all pass, and returns 0; or counts nothing
   * and returns the seconds to wait. A try that succeeds is then forgiven.
   */
  async admit(tx: Tx, counted: readonly Counted[], now: Date): Promise<number> {
    // In one order everywhere, so that two tries never wait for each other's rows.
    const keys = counted.map((one) => ({ ...one, key: keyOf(one) })).sort((a, b) => a.key.compare(b.key));
    const hashes = keys.map(({ key }) => key);
    await tx.rows(
      `INSERT INTO sign_in_throttle (key_hash, failures, last_failed_at) SELECT key, 0, $2 FROM unnest($1::bytea[]) AS key ON CONFLICT DO NOTHING`,
      [hashes, now],
    );
    const rows = await tx.rows<Row>(
      'SELECT * FROM sign_in_throttle WHERE key_hash = ANY ($1) ORDER BY key_hash FOR UPDATE',
      [hashes],
    );
    const found = keys.map(({ pace, key }) => ({ key, pace: PACES[pace], failures: failuresOf(rows, key, now) }));
    const wait = Math.max(...found.map(({ failures, pace }) => secondsToWait(failures, pace, now)));
    if (wait > 0) return wait;
    const next = found.map(({ failures, pace }) => oneMore(failures, pace, now));
    await tx.rows(
      `UPDATE sign_in_throttle t SET failures = n.failures, last_failed_at = n.last_failed_at
       FROM unnest($1::bytea[], $2::int[], $3::timestamptz[]) AS n (key_hash, failures, last_failed_at) WHERE t.key_hash = n.key_hash`,
      [hashes, next.map(({ count }) => count), next.map(({ lastFailedAt }) => lastFailedAt)],
    );
    return 0;
  }

  /** A try that succeeded: its account begins anew, and its address is forgiven the one try. */
  async succeed(tx: Tx, account: Counted, address: Counted): Promise<void> {
    // Both rows first, in the order of `admit`: taken one by one, two sign-ins could wait for each other.
    await tx.rows('SELECT 1 FROM sign_in_throttle WHERE key_hash = ANY ($1) ORDER BY key_hash FOR UPDATE', [
      [keyOf(account), keyOf(address)],
    ]);
    await this.clear(tx, account);
    await this.forgive(tx, address);
  }

  /** Takes one try back. */
  async forgive(tx: Tx, counted: Counted): Promise<void> {
    await tx.rows('UPDATE sign_in_throttle SET failures = greatest(failures - 1, 0) WHERE key_hash = $1', [
      keyOf(counted),
    ]);
  }

  async clear(tx: Tx, counted: Counted): Promise<void> {
    await tx.rows('DELETE FROM sign_in_throttle WHERE key_hash = $1', [keyOf(counted)]);
  }

  /** Forgets what was last counted before an instant. */
  async forget(tx: Tx, before: Date): Promise<void> {
    await tx.rows('DELETE FROM sign_in_throttle WHERE last_failed_at < $1', [before]);
  }
}

function keyOf({ pace, of }: Counted): Buffer {
  return createHash('sha256').update(`${pace}:${of}`).digest();
}

function failuresOf(rows: readonly Row[], key: Buffer, now: Date): Failures {
  const row = rows.find(({ key_hash: hash }) => hash.equals(key));
  return row === undefined
    ? { count: 0, lastFailedAt: now }
    : { count: row.failures, lastFailedAt: row.last_failed_at };
}
