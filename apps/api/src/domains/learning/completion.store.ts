import { Injectable } from '@nestjs/common';
import { printReviewer } from '@rounds/rules/print-reviewer';
import type { ReadTx, Tx } from '../../platform/db.ts';

/** What was passed. */
type Version = {
  moduleId: string;
  versionId: string;
  major: number;
  minor: number;
  title: string;
  pathId: string;
  pathTitle: string;
  reviewedBy: { name: string; role: string } | null;
};

/** Where the person stood, as at the time. `completedOn` is the civil date in `zone`, `organisationDay` that in the organisation's. */
type Standing = {
  organisationName: string;
  unitId: string;
  unitName: string;
  staffGroup: string;
  zone: string;
  completedOn: string;
  organisationDay: string;
};

export type NewCompletion = {
  completionId: string;
  personId: string;
  organisationId: string;
  attemptId: string;
  round: number;
  occurredAt: Date;
  receivedAt: Date;
  version: Version;
  standing: Standing;
};

@Injectable()
export class CompletionStore {
  /** Copies what must read the same for ever. */
  async add(tx: Tx, { version, standing, ...completion }: NewCompletion): Promise<void> {
    const { completionId, personId, organisationId, attemptId, round, occurredAt, receivedAt } = completion;
    const { organisationName, unitId, unitName, staffGroup, zone, completedOn, organisationDay } = standing;
    const { moduleId, versionId, major, minor, title, pathId, pathTitle, reviewedBy } = version;
    await tx.rows(ADD, [
      completionId,
      personId,
      organisationId,
      unitId,
      organisationName,
      unitName,
      staffGroup,
      moduleId,
      versionId,
      `${major}.${minor}`,
      title,
      pathId,
      pathTitle,
      round,
      major,
      attemptId,
      printReviewer(reviewedBy),
      occurredAt,
      zone,
      completedOn,
      organisationDay,
      receivedAt,
    ]);
  }

  /** The completion of a person's last round of a module in an organisation; null before the first. */
  async latestOf(
    tx: ReadTx,
    { personId, organisationId, moduleId }: { personId: string; organisationId: string; moduleId: string },
  ): Promise<string | null> {
    const row = await tx.row<{ id: string }>(
      'SELECT id FROM completion WHERE person_id = $1 AND organisation_id = $2 AND module_id = $3 ORDER BY round DESC LIMIT 1',
      [personId, organisationId, moduleId],
    );
    return row?.id ?? null;
  }

  /** Those of these completions that are the person's own, in any organisation. */
  async ownOf(tx: ReadTx, personId: string, completionIds: readonly string[]): Promise<Set<string>> {
    if (completionIds.length === 0) return new Set();
    const rows = await tx.rows<{ id: string }>(
      'SELECT id FROM completion WHERE person_id = $1 AND id = ANY($2::uuid[])',
      [personId, completionIds],
    );
    return new Set(rows.map(({ id }) => id));
  }
}

const ADD = `
  INSERT INTO completion (id, person_id, organisation_id, unit_id, organisation_name, unit_name, staff_group, module_id, version_id,
    version_label, module_title, path_id, path_title, round, major, attempt_id, reviewed_by, occurred_at, zone, completed_on,
    organisation_day, received_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)`;
