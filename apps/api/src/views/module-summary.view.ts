import type { Actor } from '@rounds/contracts/actor';
import type { ModuleSummary } from '@rounds/contracts/catalogue';
import type { LearnerDocument } from '@rounds/contracts/learner-document';
import type { ReadTx, Value } from '../platform/db.ts';

export type SummaryRow = Omit<ModuleSummary, 'capabilities'> & {
  /** Each "framework:code". */
  capabilities: string[];
};

/** For whom a module is summed up, and when. The first three parameters of every statement made of the parts below. */
export type Reader = Pick<Actor, 'personId' | 'organisationId'> & { now: Date };

export const readerValues = ({ personId, organisationId, now }: Reader): Value[] => [personId, organisationId, now];

/** $1 person, $2 organisation, $3 now. Columns of a SummaryRow; completions count in whichever organisation they were made. */
export const SUMMARY_COLUMNS = `
  v.module_id AS "moduleId", v.id AS "versionId", v.title, v.summary, v.minutes, ceil(v.wire_bytes / 1000.0)::int AS kilobytes,
  v.level, v.audience, v.capabilities, p.id AS "pathId", p.title AS "pathTitle",
  CASE WHEN done.module_id IS NOT NULL THEN 'completed' WHEN began.module_id IS NOT NULL THEN 'started' ELSE 'not-started' END AS state,
  done.completed_on::text AS "completedOn",
  CASE
    WHEN v.file_reviewer IS NOT NULL THEN jsonb_build_object(
      'name', v.file_reviewer->>'name', 'role', v.file_reviewer->>'role', 'on', v.file_reviewer->>'on', 'where', 'file')
    WHEN s.id IS NOT NULL THEN jsonb_build_object(
      'name', s.person_name, 'role', s.person_title, 'on', (s.signed_at AT TIME ZONE here.time_zone)::date, 'where', 'organisation')
  END AS "reviewedBy",
  v.review_by < ($3::timestamptz AT TIME ZONE here.time_zone)::date AS "reviewOverdue"`;

/** What SUMMARY_COLUMNS are read from, around versions named v. */
export const SUMMARY_JOINS = `
  JOIN learning_module m ON m.id = v.module_id
  JOIN learning_path p ON p.id = m.path_id
  JOIN organisation here ON here.id = $2
  LEFT JOIN sign_off s ON s.version_id = v.id AND s.organisation_id = $2
  LEFT JOIN (
    SELECT module_id, max(completed_on) AS completed_on FROM completion WHERE person_id = $1 GROUP BY module_id
  ) done ON done.module_id = v.module_id
  LEFT JOIN (SELECT DISTINCT module_id FROM module_start WHERE person_id = $1) began ON began.module_id = v.module_id`;

export const PATH_ORDER = 'p.position, p.id, m.position, m.id';

/** All modules on offer, or those of one path, in path order, each as it stands for its reader. */
export async function modulesInPathOrder(
  tx: ReadTx,
  reader: Reader,
  pathId: string | null = null,
): Promise<ModuleSummary[]> {
  const rows = await tx.rows<SummaryRow>(IN_PATH_ORDER, [...readerValues(reader), pathId]);
  return rows.map(summaryOf);
}

export function summaryOf({ capabilities, ...row }: SummaryRow): ModuleSummary {
  return { ...row, capabilities: capabilities.map(capabilityOf) };
}

/** A framework's name has no colon; a code may. */
export function capabilityOf(text: string): LearnerDocument['capabilities'][number] {
  const colon = text.indexOf(':');
  return { framework: text.slice(0, colon), code: text.slice(colon + 1) };
}

const IN_PATH_ORDER = `
  SELECT ${SUMMARY_COLUMNS} FROM current_version v ${SUMMARY_JOINS}
  WHERE $4::uuid IS NULL OR m.path_id = $4 ORDER BY ${PATH_ORDER}`;
