const ASKED = `e.kind IN ('barrier-answered', 'barrier-skipped')`;

/**
 * The module a person left last, of those they left from 7 to 56 days ago and did not finish. No row once they were asked
 * about it, and for the rest of a month in which they were asked about any. $1 person, $2 organisation, $3 now.
 */
export const LEFT_OFF = `
  WITH mine AS (
    SELECT v.module_id, e.version_id, e.kind, e.occurred_at, e.received_at, ${ASKED} AS asked
    FROM learner_event e JOIN module_version v ON v.id = e.version_id
    WHERE e.person_id = $1)
  SELECT v.id AS "versionId", v.title, (max(e.occurred_at) AT TIME ZONE here.time_zone)::date::text AS "lastOn"
  FROM mine e
  JOIN module_version v ON v.id = e.version_id
  JOIN organisation here ON here.id = $2
  WHERE NOT e.asked AND e.kind NOT IN ('confidence-given', 'feedback-given')
    AND (v.organisation_id IS NULL OR v.organisation_id = $2)
    AND NOT EXISTS (SELECT 1 FROM version_retirement r WHERE r.version_id = v.id)
    AND NOT EXISTS (SELECT 1 FROM completion c WHERE c.person_id = $1 AND c.module_id = v.module_id)
    AND NOT EXISTS (SELECT 1 FROM mine a WHERE a.asked AND a.module_id = v.module_id)
    AND NOT EXISTS (
      SELECT 1 FROM mine a
      WHERE a.asked AND date_trunc('month', a.received_at AT TIME ZONE here.time_zone)
        = date_trunc('month', $3::timestamptz AT TIME ZONE here.time_zone))
  GROUP BY v.id, v.title, here.time_zone
  HAVING max(e.occurred_at) BETWEEN $3::timestamptz - interval '56 days' AND $3::timestamptz - interval '7 days'
  ORDER BY max(e.occurred_at) DESC, v.id LIMIT 1`;
