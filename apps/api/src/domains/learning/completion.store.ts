import { Injectable } from '@nestjs/common';
import type { ReadTx, Tx } from '../../platform/db.ts';

/** What a completion keeps. Names, unit and staff group as at the time. */
export type NewCompletion = {
  completionId: string;
  personId: string;
  organisationId: string;
  organisationName: string;
  unitId: string;
  unitName: string;
  staffGroup: string;
  moduleId: string;
  versionId: string;
  /** `major.minor`. */
  versionLabel: string;
  moduleTitle: string;
  pathId: string;
  pathTitle: string;
  round: number;
  major: number;
  attemptId: string;
  reviewedBy: string | null;
  occurredAt: Date;
  zone: string;
  /** Civil date. */
  completedOn: string;
  receivedAt: Date;
};

@Injectable()
export class CompletionStore {
  async add(tx: Tx, completion: NewCompletion): Promise<void> {
    const c = completion;
    await tx.rows(ADD, [
      c.completionId, c.personId, c.organisationId, c.unitId, c.organisationName, c.unitName, c.staffGroup, c.moduleId, c.versionId,
      c.versionLabel, c.moduleTitle, c.pathId, c.pathTitle, c.round, c.major, c.attemptId, c.reviewedBy, c.occurredAt, c.zone,
      c.completedOn, c.receivedAt,
    ]);
  }

  /** Those of these completions that are the person's own, in any organisation. */
  async ownOf(tx: ReadTx, personId: string, completionIds: readonly string[]): Promise<Set<string>> {
    if (completionIds.length === 0) return new Set();
    const rows = await tx.rows<{ id: string }>('SELECT id FROM completion WHERE person_id = $1 AND id = ANY($2::uuid[])', [personId, completionIds]);
    return new Set(rows.map(({ id }) => id));
  }
}

const ADD = `
  INSERT INTO completion (id, person_id, organisation_id, unit_id, organisation_name, unit_name, staff_group, module_id, version_id,
    version_label, module_title, path_id, path_title, round, major, attempt_id, reviewed_by, occurred_at, zone, completed_on, received_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`;
