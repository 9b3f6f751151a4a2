import type { CreditOutcome } from '@rounds/contracts/attempt';
import type { TimedBy } from '@rounds/contracts/event';
import type { Key, Response } from '@rounds/contracts/item';
import type { ReadTx } from '../platform/db.ts';

type Asked = {
  personId: string;
  organisationId: string;
  /** Stands in where the person has no post on the day; null for the root unit. */
  fallbackUnitId: string | null;
  attemptId: string;
  versionId: string;
  moduleId: string;
  occurredAt: Date;
  /** Where the learner was, and the civil date there; null where the zone told is no zone. */
  place: { zone: string; date: string } | null;
  retiredAt: Date | null;
  /** When it arrived, for a try that is marked again: what was asked for later does not concern it. */
  arrivedAt?: Date;
};

type StoredMark = {
  sequence: number;
  raw: number;
  max: number;
  passMark: number;
  passed: boolean;
  safetyItemMissed: boolean;
  items: { itemId: string; fraction: number; mendedKey?: Key }[];
  credit: CreditOutcome;
  completionId: string | null;
};

/** All that decides what a submission makes, as it stood just before. */
export type BeforeSubmission = {
  /** The attempt already kept under this id, with its latest mark. `contentHash` is hexadecimal. */
  known: {
    attemptId: string;
    versionId: string;
    tryNumber: number;
    responses: Response[];
    contentHash: string;
    timedBy: TimedBy;
    mark: StoredMark;
  } | null;
  organisationName: string;
  unitId: string;
  unitName: string;
  staffGroup: string;
  /** As asked for, or else the organisation's. */
  zone: string;
  completedOn: string;
  /** The civil date in the organisation's zone. */
  organisationDay: string;
  /** The latest round of this person and module in any organisation; `completionId` is its completion in this one. */
  round: {
    round: number;
    major: number;
    awardedOn: string | null;
    askedAgain: boolean;
    completionId: string | null;
  } | null;
  started: boolean;
  openedBeforeRetirement: boolean;
  mendedKeys: { itemId: string; key: Key }[];
};

/** One query, because every submission asks it. */
export async function beforeSubmission(tx: ReadTx, asked: Asked): Promise<BeforeSubmission> {
  const row = await tx.row<BeforeSubmission>(BEFORE, [
    asked.personId,
    asked.organisationId,
    asked.fallbackUnitId,
    asked.attemptId,
    asked.versionId,
    asked.moduleId,
    asked.occurredAt,
    asked.place?.date ?? null,
    asked.retiredAt,
    asked.place?.zone ?? null,
    asked.arrivedAt ?? null,
  ]);
  if (row === null) throw new Error('An actor belongs to an organisation that cannot be read');
  return row;
}

const KNOWN = `
  SELECT jsonb_build_object('attemptId', a.id, 'versionId', a.version_id, 'tryNumber', a.try_number, 'responses', a.responses, 'timedBy', a.timed_by,
    'contentHash', encode(a.content_hash, 'hex'), 'mark', jsonb_build_object('sequence', m.sequence, 'raw', m.raw, 'max', m.max,
      'passMark', m.pass_mark, 'passed', m.passed, 'safetyItemMissed', m.safety_item_missed, 'items', m.item_marks, 'credit', m.credit,
      'completionId', m.completion_id))
  FROM attempt a
  JOIN mark m ON m.person_id = a.person_id AND m.attempt_id = a.id
  WHERE a.person_id = $1 AND a.id = $4
  ORDER BY m.sequence DESC LIMIT 1`;

/** The day of an award is the server's: by the device's alone, a pass dated back would open the next round at once. */
const ROUND = `
  SELECT jsonb_build_object('round', c.round, 'major', max(c.major),
    'completionId', min(c.id::text) FILTER (WHERE c.organisation_id = $2),
    'askedAgain', bool_or(c.organisation_id = $2 AND EXISTS (
      SELECT 1 FROM recertification q WHERE q.completion_id = c.id AND ($11::timestamptz IS NULL OR q.asked_at <= $11))),
    'awardedOn', (SELECT greatest(r.completed_on, (r.awarded_at AT TIME ZONE o.time_zone)::date)
      FROM cpd_record r WHERE r.person_id = $1 AND r.module_id = $6 AND r.round = c.round))
  FROM completion c
  WHERE c.person_id = $1 AND c.module_id = $6
  GROUP BY c.round ORDER BY c.round DESC LIMIT 1`;

const MENDED = `
  SELECT coalesce(jsonb_agg(jsonb_build_object('itemId', latest.item_id, 'key', latest.key)), '[]')
  FROM (
    SELECT DISTINCT ON (i.item_id) i.item_id, k.key
    FROM key_correction k
    JOIN module_version_item vi ON vi.item_version_id = k.item_version_id AND vi.version_id = $5
    JOIN item_version i ON i.id = k.item_version_id
    WHERE k.organisation_id = $2
    ORDER BY i.item_id, k.corrected_at DESC, k.id DESC) latest`;

const BEFORE = `
  SELECT o.name AS "organisationName", u.id AS "unitId", u.name AS "unitName", coalesce(post.staff_group, '') AS "staffGroup",
    coalesce($10::text, o.time_zone) AS zone, day.day::text AS "completedOn", day.here::text AS "organisationDay",
    (${KNOWN}) AS known,
    (${ROUND}) AS round,
    (${MENDED}) AS "mendedKeys",
    EXISTS (SELECT 1 FROM module_start s WHERE s.person_id = $1 AND s.organisation_id = $2 AND s.module_id = $6) AS started,
    $9::timestamptz IS NOT NULL AND EXISTS (
      SELECT 1 FROM learner_event e
      WHERE e.person_id = $1 AND e.version_id = $5 AND e.kind = 'module-opened' AND e.occurred_at < $9) AS "openedBeforeRetirement"
  FROM organisation o
  CROSS JOIN LATERAL (SELECT ($7::timestamptz AT TIME ZONE o.time_zone)::date AS here) today
  CROSS JOIN LATERAL (SELECT here, coalesce($8::date, here) AS day) day
  LEFT JOIN LATERAL main_post($1, $2, day.day) post ON true
  JOIN unit u ON u.id = coalesce(post.unit_id, $3, (SELECT root.id FROM unit root WHERE root.organisation_id = $2 AND root.parent_id IS NULL))
  WHERE o.id = $2`;
