import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db.ts';

export type NewRecertification = {
  recertificationId: string;
  personId: string;
  organisationId: string;
  /** As at the time. */
  unitId: string;
  moduleId: string;
  completionId: string;
  reason: string;
  askedBy: string;
  askedAt: Date;
};

@Injectable()
export class RecertificationStore {
  async add(tx: Tx, asked: NewRecertification): Promise<void> {
    const { recertificationId, personId, organisationId, unitId, moduleId, completionId } = asked;
    await tx.rows(
      `INSERT INTO recertification (id, person_id, organisation_id, unit_id, module_id, completion_id, reason, asked_by, asked_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        recertificationId,
        personId,
        organisationId,
        unitId,
        moduleId,
        completionId,
        asked.reason,
        asked.askedBy,
        asked.askedAt,
      ],
    );
  }
}
