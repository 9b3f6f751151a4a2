import type { Today } from '@rounds/contracts/today';
import type { ReadTx } from '../platform/db.ts';
import { LEFT_OFF } from './left-off.ts';
import { OPEN_RECERTIFICATIONS } from './recertification.view.ts';
import { type Reader, readerValues } from './module-summary.view.ts';

export type TodayFacts = Pick<Today, 'date' | 'leftOff' | 'toReflect' | 'toReflectCount' | 'answers'> & {
  creditMinutes: number;
  /** What this organisation asks to do again. */
  askedAgain: { moduleId: string; organisation: string; reason: string }[];
};

/** What one person has in hand today, in whichever organisation it arose, and what this one asks for. Answers: of the last 30 days. */
export async function todayFacts(tx: ReadTx, reader: Reader): Promise<TodayFacts> {
  const row = await tx.row<TodayFacts>(FACTS, readerValues(reader));
  if (row === null) throw new Error('An actor belongs to an organisation that cannot be read');
  return row;
}

/** The version a person was in last and has not finished; null when there is none. */
export async function versionInHand(tx: ReadTx, personId: string): Promise<string | null> {
  const row = await tx.row<{ versionId: string }>(IN_HAND, [personId]);
  return row?.versionId ?? null;
}

const WITHOUT_REFLECTION = `
  SELECT c.id, c.module_title, c.completed_on, c.received_at FROM completion c
  WHERE c.person_id = $1 AND NOT EXISTS (SELECT 1 FROM reflection f WHERE f.person_id = $1 AND f.completion_id = c.id)`;

/** $1 person, $2 organisation, $3 now. */
const FACTS = `
  WITH missing AS (${WITHOUT_REFLECTION})
  SELECT day.today::text AS date,
    (SELECT to_jsonb(l) FROM (${LEFT_OFF}) l) AS "leftOff",
    (SELECT coalesce(sum(r.credit_minutes), 0)::int FROM cpd_record r
      WHERE r.person_id = $1 AND r.completed_on BETWEEN date_trunc('year', day.today)::date AND (date_trunc('year', day.today) + interval '1 year - 1 day')::date
    ) AS "creditMinutes",
    (SELECT count(*)::int FROM missing) AS "toReflectCount",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('completionId', l.id, 'title', l.module_title, 'completedOn', l.completed_on)
        ORDER BY l.completed_on DESC, l.received_at DESC, l.id), '[]')
      FROM (SELECT * FROM missing ORDER BY completed_on DESC, received_at DESC, id LIMIT 3) l) AS "toReflect",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('reportId', p.id, 'title', v.title, 'question', p.text, 'answer', a.text,
        'answeredOn', (a.answered_at AT TIME ZONE o.time_zone)::date) ORDER BY a.answered_at DESC, a.id), '[]')
      FROM problem_report p
      JOIN problem_answer a ON a.report_id = p.id
      JOIN module_version v ON v.id = p.version_id
      WHERE p.person_id = $1 AND a.answered_at > $3::timestamptz - interval '30 days') AS answers,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('moduleId', q.module_id, 'organisation', o.name, 'reason', q.reason)), '[]')
      FROM (${OPEN_RECERTIFICATIONS}) q) AS "askedAgain"
  FROM organisation o
  CROSS JOIN LATERAL (SELECT ($3::timestamptz AT TIME ZONE o.time_zone)::date AS today) day
  WHERE o.id = $2`;

/** A completion of an earlier major version does not finish a later one. */
const IN_HAND = `
  SELECT e.version_id AS "versionId"
  FROM learner_event e
  JOIN module_version v ON v.id = e.version_id
  WHERE e.person_id = $1 AND e.kind NOT IN ('confidence-given', 'feedback-given', 'barrier-answered', 'barrier-skipped')
    AND NOT EXISTS (SELECT 1 FROM version_retirement r WHERE r.version_id = v.id)
    AND NOT EXISTS (SELECT 1 FROM completion c WHERE c.person_id = $1 AND c.module_id = v.module_id AND c.major >= v.major)
  GROUP BY e.version_id ORDER BY max(e.occurred_at) DESC, e.version_id LIMIT 1`;
