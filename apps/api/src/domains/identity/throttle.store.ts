import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../../platform/db.ts';
import { type Counted, type Failures, oneMore, PACES, secondsToWait } from './rules/throttle.ts';

type Row = { key_hash: Buffer; failures: number; last_failed_at: Date };

/**
 * Counters in transactions of their own, each over before anything else is done: a whole hospital comes from one
 * address, and nobody may wait for its row while somebody else is looked up or signed in.
 */
@Injectable()
export class ThrottleStore {
  constructor(private readonly db: Db) {}

  /**
   * Counts a try as failed before it is made, so that many at once cannot all pass, and returns 0; or counts nothing
   * and returns the seconds to wait. A try that succeeds is then forgiven.
   */
  admit(counted: readonly Counted[], now: Date): Promise<number> {
    const keys = counted.map((one) => ({ ...one, key: keyOf(one) }));
    const hashes = keys.map(({ key }) => key);
    return this.db.fleeting(async (tx) => {
      const rows = await tx.rows<Row>(TAKE, [hashes, now]);
      const found = keys.map(({ pace, key }) => ({ pace: PACES[pace], failures: failuresOf(rows, key, now) }));
      const wait = Math.max(...found.map(({ failures, pace }) => secondsToWait(failures, pace, now)));
      if (wait > 0) return wait;
      const next = found.map(({ failures, pace }) => oneMore(failures, pace, now));
      await tx.rows(PUT, [hashes, next.map(({ count }) => count), next.map(({ lastFailedAt }) => lastFailedAt)]);
      return 0;
    });
  }

  /** A try that succeeded. Row by row, so that two never wait for each other's. */
  async succeed({ own, shared }: { own: Counted; shared: readonly Counted[] }): Promise<void> {
    await this.clear(own);
    for (const counted of shared) await this.forgive(counted);
  }

  /** Takes one try back. */
  async forgive(counted: Counted): Promise<void> {
    await this.db.fleeting((tx) =>
      tx.rows('UPDATE sign_in_throttle SET failures = greatest(failures - 1, 0) WHERE key_hash = $1', [keyOf(counted)]),
    );
  }

  async clear(counted: Counted): Promise<void> {
    await this.db.fleeting((tx) => tx.rows('DELETE FROM sign_in_throttle WHERE key_hash = $1', [keyOf(counted)]));
  }

  /** Forgets what was last counted before an instant. */
  async forget(tx: Tx, before: Date): Promise<void> {
    await tx.rows('DELETE FROM sign_in_throttle WHERE last_failed_at < $1', [before]);
  }
}

// The rows are made where there are none, locked and read, in the order of their keys: two tries never wait for each
// other's.
const TAKE = `
  INSERT INTO sign_in_throttle AS t (key_hash, failures, last_failed_at) SELECT key, 0, $2 FROM unnest($1::bytea[]) AS key ORDER BY key
  ON CONFLICT (key_hash) DO UPDATE SET failures = t.failures RETURNING *`;
const PUT = `
  UPDATE sign_in_throttle t SET failures = n.failures, last_failed_at = n.last_failed_at
  FROM unnest($1::bytea[], $2::int[], $3::timestamptz[]) AS n (key_hash, failures, last_failed_at) WHERE t.key_hash = n.key_hash`;

function keyOf({ pace, of }: Counted): Buffer {
  return createHash('sha256').update(`${pace}:${of}`).digest();
}

function failuresOf(rows: readonly Row[], key: Buffer, now: Date): Failures {
  const row = rows.find(({ key_hash: hash }) => hash.equals(key));
  return row === undefined
    ? { count: 0, lastFailedAt: now }
    : { count: row.failures, lastFailedAt: row.last_failed_at };
}
