import { Injectable } from '@nestjs/common';
import { printReviewer } from '@rounds/rules/print-reviewer';
import type { Tx } from '../../platform/db.ts';

/** What earned the minutes. */
type Version = {
  moduleId: string;
  versionId: string;
  title: string;
  provider: string;
  standards: readonly object[];
  reviewedBy: { name: string; role: string } | null;
};

export type NewCpdRecord = {
  recordId: string;
  personId: string;
  organisationId: string;
  completionId: string;
  round: number;
  creditMinutes: number;
  /** Civil date. */
  completedOn: string;
  awardedAt: Date;
  version: Version;
};

@Injectable()
export class CpdRecordStore {
  /** Copies what must stay true at appraisal. */
  async add(tx: Tx, { version, ...record }: NewCpdRecord): Promise<void> {
    const { recordId, personId, organisationId, completionId, round, creditMinutes, completedOn, awardedAt } = record;
    const { moduleId, versionId, title, provider, standards, reviewedBy } = version;
    await tx.rows(ADD, [
      recordId,
      personId,
      organisationId,
      completionId,
      moduleId,
      versionId,
      round,
      title,
      provider,
      creditMinutes,
      printReviewer(reviewedBy),
      JSON.stringify(standards),
      completedOn,
      awardedAt,
    ]);
  }
}

const ADD = `
  INSERT INTO cpd_record (id, person_id, organisation_id, completion_id, module_id, version_id, round, activity_title, provider,
    credit_minutes, reviewed_by, standards, completed_on, awarded_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;
