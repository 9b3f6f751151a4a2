import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db.ts';

export type OpenUnit = {
  unitId: string;
  name: string;
  parentId: string | null;
  parentName: string | null;
  ancestors: string[];
};

const COLUMNS = `u.id AS "unitId", u.name, u.parent_id AS "parentId", p.name AS "parentName", u.ancestors`;
const FROM =
  'FROM unit u LEFT JOIN unit p ON p.id = u.parent_id WHERE u.organisation_id = $1 AND u.id = $2 AND u.closed_at IS NULL';

/** Units that are still in use, held while something is hung on them or they are closed. */
@Injectable()
export class OpenUnitStore {
  /** Keeps the unit open until the transaction ends. */
  hold(tx: Tx, organisationId: string, unitId: string): Promise<OpenUnit | null> {
    return tx.row(`SELECT ${COLUMNS} ${FROM} FOR SHARE OF u`, [organisationId, unitId]);
  }

  /** Waits for all who hold it, and lets nobody hold it until the transaction ends. */
  take(tx: Tx, organisationId: string, unitId: string): Promise<OpenUnit | null> {
    return tx.row(`SELECT ${COLUMNS} ${FROM} FOR UPDATE OF u`, [organisationId, unitId]);
  }

  async hasOpenBelow(tx: Tx, organisationId: string, unitId: string): Promise<boolean> {
    const found = await tx.row(
      'SELECT 1 FROM unit WHERE organisation_id = $1 AND parent_id = $2 AND closed_at IS NULL LIMIT 1',
      [organisationId, unitId],
    );
    return found !== null;
  }
}
