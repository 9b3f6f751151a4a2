import { Injectable } from '@nestjs/common';
import type { ReadTx, Tx } from '../../platform/db.ts';

@Injectable()
export class CredentialStore {
  /** The hash in PHC form, or null for somebody who never set a password. */
  async find(tx: ReadTx | Tx, personId: string): Promise<string | null> {
    const found = await tx.row<{ hash: string }>('SELECT password_hash AS hash FROM credential WHERE person_id = $1', [personId]);
    return found?.hash ?? null;
  }

  async set(tx: Tx, personId: string, passwordHash: string, at: Date): Promise<void> {
    await tx.rows(
      `INSERT INTO credential (person_id, password_hash, changed_at) VALUES ($1, $2, $3)
       ON CONFLICT (person_id) DO UPDATE SET password_hash = $2, changed_at = $3`,
      [personId, passwordHash, at],
    );
  }
}
