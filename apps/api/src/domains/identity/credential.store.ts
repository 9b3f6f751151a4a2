import { Injectable } from '@nestjs/common';
import type { ReadTx, Tx } from '../../platform/db.ts';

/** Who an identifier stands for. A staff number also names the organisation; `hash` is null without a password. */
export type Account = { personId: string; organisationId: string | null; hash: string | null };

@Injectable()
export class CredentialStore {
  /** One look-up whether or not somebody has the address, so that it takes as long. */
  ofEmail(tx: ReadTx | Tx, email: string): Promise<Account | null> {
    return tx.row(
      `SELECT p.id AS "personId", NULL AS "organisationId", c.password_hash AS hash
       FROM person p LEFT JOIN credential c ON c.person_id = p.id WHERE lower(p.email) = lower($1)`,
      [email],
    );
  }

  ofStaffNumber(tx: ReadTx | Tx, organisationCode: string, staffNumber: string): Promise<Account | null> {
    return tx.row(
      `SELECT m.person_id AS "personId", m.organisation_id AS "organisationId", c.password_hash AS hash
       FROM organisation o JOIN membership m ON m.organisation_id = o.id LEFT JOIN credential c ON c.person_id = m.person_id
       WHERE o.short_code = lower($1) AND lower(m.staff_number) = lower($2)`,
      [organisationCode, staffNumber],
    );
  }

  /** The hash in PHC form, or null for somebody who never set a password. */
  async find(tx: ReadTx | Tx, personId: string): Promise<string | null> {
    const found = await tx.row<{ hash: string }>('SELECT password_hash AS hash FROM credential WHERE person_id = $1', [
      personId,
    ]);
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
