import type { CpdEntry, CpdEntryDetail } from '@rounds/contracts/cpd-record';
import type { ReadTx } from '../platform/db.ts';

type Whose = { personId: string; organisationId: string; now: Date };

/** Years in which a person completed something, latest first, and the civil date in the organisation's zone. */
export async function recordYears(
  tx: ReadTx,
  { personId, organisationId, now }: Whose,
): Promise<{ today: string; years: number[] }> {
  const row = await tx.row<{ today: string; years: number[] }>(YEARS, [personId, organisationId, now]);
  if (row === null) throw new Error('An actor belongs to an organisation that cannot be read');
  return row;
}

/** A person's entries of one calendar year, made in whichever organisation, latest first. */
export function recordEntries(tx: ReadTx, personId: string, year: number): Promise<CpdEntry[]> {
  return tx.rows<CpdEntry>(OF_YEAR, [personId, year]);
}

type DetailRow = Omit<CpdEntryDetail, 'completedAt' | 'receivedAt'> & { completedAt: Date; receivedAt: Date };

/** Null for a completion that does not exist or is another person's. */
export async function recordEntry(tx: ReadTx, personId: string, completionId: string): Promise<CpdEntryDetail | null> {
  const row = await tx.row<DetailRow>(ONE, [personId, completionId]);
  return row && { ...row, completedAt: row.completedAt.toISOString(), receivedAt: row.receivedAt.toISOString() };
}

/** Minutes count on the day they were earned: later than the completion where a reviewer signed off in between. */
const COUNTED_ON = 'coalesce(r.completed_on, c.completed_on)';

/** Modules that are not the library's belong to the organisation they were completed in. */
const ENTRY = `
  c.id AS "completionId", c.module_id AS "moduleId", c.attempt_id AS "attemptId", c.module_title AS title,
  coalesce(r.provider, CASE WHEN v.id IS NOT NULL AND v.organisation_id IS NULL THEN 'Rounds library' ELSE c.organisation_name END) AS provider,
  c.path_id AS "pathId", c.path_title AS "pathTitle", c.version_label AS version, c.round, coalesce(r.credit_minutes, 0) AS "creditMinutes",
  CASE
    WHEN r.id IS NOT NULL THEN NULL
    WHEN EXISTS (SELECT 1 FROM cpd_record o WHERE o.person_id = c.person_id AND o.module_id = c.module_id AND o.round = c.round)
      THEN 'already-awarded'
    ELSE 'not-reviewed'
  END AS "noMinutesReason",
  ${COUNTED_ON}::text AS "completedOn", c.organisation_name AS "organisationName", coalesce(r.reviewed_by, c.reviewed_by) AS "reviewedBy",
  EXISTS (SELECT 1 FROM reflection f WHERE f.person_id = c.person_id AND f.completion_id = c.id) AS "hasReflection"`;

/** $1: the person. Row-level security alone would let an organisation's other completions through. */
const FROM = `
  FROM completion c
  LEFT JOIN cpd_record r ON r.completion_id = c.id
  LEFT JOIN module_version v ON v.id = c.version_id
  WHERE c.person_id = $1`;

const YEARS = `
  SELECT day.today::text AS today,
    array(
      SELECT extract(year FROM ${COUNTED_ON})::int
      FROM completion c LEFT JOIN cpd_record r ON r.completion_id = c.id
      WHERE c.person_id = $1
      UNION SELECT extract(year FROM d.held_on)::int
      FROM discussion_participant p JOIN discussion d ON d.id = p.discussion_id WHERE p.person_id = $1
      UNION SELECT extract(year FROM day.today)::int
      ORDER BY 1 DESC) AS years
  FROM organisation o
  CROSS JOIN LATERAL (SELECT ($3::timestamptz AT TIME ZONE o.time_zone)::date AS today) day
  WHERE o.id = $2`;

const OF_YEAR = `
  SELECT ${ENTRY} ${FROM} AND ${COUNTED_ON} BETWEEN make_date($2, 1, 1) AND make_date($2, 12, 31)
  ORDER BY ${COUNTED_ON} DESC, c.received_at DESC, c.id`;

/** Reflections: the latest first. */
const ONE = `
  SELECT ${ENTRY}, c.version_id AS "versionId", c.occurred_at AS "completedAt", c.received_at AS "receivedAt", c.unit_name AS "unitName",
    coalesce(r.standards, v.about->'standards', '[]') AS standards,
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('reflectionId', f.id, 'learnt', f.learnt, 'means', f.means, 'willDo', f.will_do,
        'writtenAt', to_char(f.written_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY f.written_at DESC, f.received_at DESC, f.id)
      FROM reflection f WHERE f.person_id = $1 AND f.completion_id = c.id), '[]') AS reflections
  ${FROM} AND c.id = $2`;
