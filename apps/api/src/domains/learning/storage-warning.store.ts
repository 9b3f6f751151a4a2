import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db.ts';

export type Opening = { personId: string; openingId: string; organisationId: string };

@Injectable()
export class StorageWarningStore {
  /** Notes warnings, and gives those that were not noted before. */
  add(tx: Tx, openings: readonly Opening[], at: Date): Promise<{ personId: string; openingId: string }[]> {
    return tx.rows(ADD, [JSON.stringify(openings), at]);
  }
}

const ADD = `
  INSERT INTO storage_warning (person_id, opening_id, organisation_id, warned_at)
  SELECT "personId", "openingId", "organisationId", $2
  FROM jsonb_to_recordset($1::jsonb) AS opening("personId" uuid, "openingId" uuid, "organisationId" uuid)
  ON CONFLICT (person_id, opening_id) DO NOTHING
  RETURNING person_id AS "personId", opening_id AS "openingId"`;
