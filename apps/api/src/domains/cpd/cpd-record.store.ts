import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db.ts';

/** Copies what must stay true at appraisal. */
export type NewCpdRecord = {
  recordId: string;
  personId: string;
  organisationId: string;
  completionId: string;
  moduleId: string;
  versionId: string;
  round: number;
  activityTitle: string;
  provider: string;
  creditMinutes: number;
  reviewedBy: string | null;
  standards: readonly object[];
  /** Civil date. */
  completedOn: string;
  awardedAt: Date;
};

@Injectable()
export class CpdRecordStore {
  async add(tx: Tx, record: NewCpdRecord): Promise<void> {
    const r = record;
    await tx.rows(ADD, [
      r.recordId, r.personId, r.organisationId, r.completionId, r.moduleId, r.versionId, r.round, r.activityTitle, r.provider,
      r.creditMinutes, r.reviewedBy, JSON.stringify(r.standards), r.completedOn, r.awardedAt,
    ]);
  }
}

const ADD = `
  INSERT INTO cpd_record (id, person_id, organisation_id, completion_id, module_id, version_id, round, activity_title, provider,
    credit_minutes, reviewed_by, standards, completed_on, awarded_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;
