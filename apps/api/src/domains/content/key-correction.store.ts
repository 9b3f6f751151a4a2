import { Injectable } from '@nestjs/common';
import type { Key } from '@rounds/contracts/item';
import type { Tx } from '../../platform/db.ts';

export type NewKeyCorrection = {
  correctionId: string;
  itemVersionId: string;
  organisationId: string;
  /** Who mended it. */
  personId: string;
  key: Key;
  reason: string;
  correctedAt: Date;
};

@Injectable()
export class KeyCorrectionStore {
  /** The frozen version stays; marking in this organisation goes by the latest correction. */
  async add(tx: Tx, correction: NewKeyCorrection): Promise<void> {
    const { correctionId, itemVersionId, organisationId, personId, key, reason, correctedAt } = correction;
    await tx.rows(
      `INSERT INTO key_correction (id, item_version_id, organisation_id, person_id, key, reason, corrected_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [correctionId, itemVersionId, organisationId, personId, key, reason, correctedAt],
    );
  }
}
