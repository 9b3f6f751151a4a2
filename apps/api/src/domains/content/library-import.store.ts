import { Injectable } from '@nestjs/common';
import type { ReadTx, Tx } from '../../platform/db.ts';

/** Remembers which library folder was imported last. */
@Injectable()
export class LibraryImportStore {
  /** Null before the first import. */
  async latest(tx: ReadTx): Promise<string | null> {
    const row = await tx.row<{ fingerprint: string }>(
      'SELECT fingerprint FROM library_import ORDER BY id DESC LIMIT 1',
    );
    return row?.fingerprint ?? null;
  }

  async add(tx: Tx, fingerprint: string, at: Date): Promise<void> {
    await tx.rows('INSERT INTO library_import (fingerprint, imported_at) VALUES ($1, $2)', [fingerprint, at]);
  }

  /** Held until the transaction ends: two imports at once take turns. */
  async lock(tx: Tx): Promise<void> {
    await tx.rows(`SELECT pg_advisory_xact_lock(hashtextextended('rounds-import-library', 0))`);
  }
}
