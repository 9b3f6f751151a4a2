import { randomUUID } from 'node:crypto';
import type { Tx } from '../../src/platform/db.ts';
import type { APublishedVersion } from './content.ts';
import type { AMember } from './identity.ts';

type Overrides = Partial<{
  unitId: string;
  unitName: string;
  staffGroup: string;
  completedOn: string;
  round: number;
  minutes: number;
  reviewedBy: string | null;
}>;

/** A completion with its attempt and CPD record, as rows: for tests of what reads them. */
export async function aCompletion(
  tx: Tx,
  member: AMember,
  version: APublishedVersion,
  overrides: Overrides = {},
): Promise<string> {
  const [id, attemptId] = [randomUUID(), randomUUID()];
  const { personId, organisationId } = member;
  const { versionId, moduleId, learnerDocument } = version;
  const day = overrides.completedOn ?? '2026-08-03';
  const at = new Date(`${day}T10:00:00Z`);
  const reviewedBy = overrides.reviewedBy === undefined ? 'Rowan Ashdown, consultant physician' : overrides.reviewedBy;
  await tx.rows(
    `INSERT INTO attempt (person_id, id, organisation_id, version_id, try_number, responses, content_hash, device_id, occurred_at, zone, received_at)
     VALUES ($1, $2, $3, $4, 1, '[]', '', $5, $6, 'Europe/London', $6)`,
    [personId, attemptId, organisationId, versionId, randomUUID(), at],
  );
  await tx.rows(
    `INSERT INTO completion (id, person_id, organisation_id, unit_id, organisation_name, unit_name, staff_group, module_id, version_id, version_label,
       module_title, path_id, path_title, round, major, attempt_id, reviewed_by, occurred_at, zone, completed_on, organisation_day, received_at)
     VALUES ($1, $2, $3, $4, 'Northgate', $5, $6, $7, $8, '1.0', $9, $10, $11, $12, 1, $13, $14, $15, 'Europe/London', $16, $16, $15)`,
    [
      id,
      personId,
      organisationId,
      overrides.unitId ?? member.unitId,
      overrides.unitName ?? 'Older adults ward',
      overrides.staffGroup ?? 'Nursing',
      moduleId,
      versionId,
      learnerDocument.title,
      version.pathId,
      learnerDocument.pathTitle,
      overrides.round ?? 1,
      attemptId,
      reviewedBy,
      at,
      day,
    ],
  );
  const minutes = overrides.minutes ?? 8;
  if (minutes === 0) return id;
  await tx.rows(
    `INSERT INTO cpd_record (id, person_id, organisation_id, completion_id, module_id, version_id, round, activity_title, provider, credit_minutes,
       reviewed_by, standards, completed_on, awarded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'Rounds library', $9, $10, '[]', $11, $12)`,
    [
      randomUUID(),
      personId,
      organisationId,
      id,
      moduleId,
      versionId,
      overrides.round ?? 1,
      learnerDocument.title,
      minutes,
      reviewedBy,
      day,
      at,
    ],
  );
  return id;
}

/** A module opened and not finished. */
export async function aStart(
  tx: Tx,
  member: AMember,
  version: APublishedVersion,
  overrides: Pick<Overrides, 'unitId' | 'staffGroup'> = {},
): Promise<void> {
  await tx.rows(
    `INSERT INTO module_start (person_id, organisation_id, module_id, version_id, unit_id, staff_group, started_at)
     VALUES ($1, $2, $3, $4, $5, $6, '2026-08-01T10:00:00Z')`,
    [
      member.personId,
      member.organisationId,
      version.moduleId,
      version.versionId,
      overrides.unitId ?? member.unitId,
      overrides.staffGroup ?? 'Nursing',
    ],
  );
}
