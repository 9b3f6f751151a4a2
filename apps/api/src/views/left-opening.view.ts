import type { ReadTx } from '../platform/db.ts';

/** A module that a person opened and did not finish, and has done nothing in since, as far as the server knows. */
export type LeftOpening = {
  personId: string;
  openingId: string;
  organisationId: string;
  moduleTitle: string;
  openedAt: Date;
  /** When their last event of it arrived. */
  lastAt: Date;
  /** Of the organisation. */
  timeZone: string;
  givenName: string;
  email: string;
  /** Of the browser they used last. */
  userAgent: string;
};

type Asked = {
  /** Whose last event arrived after the one and no later than the other. */
  after: Date;
  until: Date;
  now: Date;
  /** Of everybody, if null. */
  personId: string | null;
};

/** Of people who have an e-mail address and an open membership; of versions still taught. Needs the system's scope. */
export function leftOpenings(tx: ReadTx, { after, until, now, personId }: Asked): Promise<LeftOpening[]> {
  return tx.rows(LEFT, [after, until, now, personId]);
}

const LEFT = `
  WITH left_off AS (
    SELECT e.person_id, e.version_id, max(e.received_at) AS last_at
    FROM learner_event e
    WHERE e.received_at > $1 AND e.version_id IS NOT NULL AND ($4::uuid IS NULL OR e.person_id = $4)
    GROUP BY e.person_id, e.version_id
    HAVING max(e.received_at) <= $2)
  SELECT l.person_id AS "personId", opening.id AS "openingId", opening.organisation_id AS "organisationId", v.title AS "moduleTitle",
    opening.occurred_at AS "openedAt", l.last_at AS "lastAt", o.time_zone AS "timeZone", p.given_name AS "givenName", p.email,
    coalesce(device.user_agent, '') AS "userAgent"
  FROM left_off l
  JOIN LATERAL (
    SELECT e.id, e.organisation_id, e.occurred_at FROM learner_event e
    WHERE e.person_id = l.person_id AND e.version_id = l.version_id AND e.kind = 'module-opened'
    ORDER BY e.received_at DESC, e.seq DESC, e.id LIMIT 1) opening ON true
  JOIN module_version v ON v.id = l.version_id
  JOIN organisation o ON o.id = opening.organisation_id
  JOIN membership m ON m.person_id = l.person_id AND m.organisation_id = opening.organisation_id
    AND m.suspended_at IS NULL AND NOT m.pending
  JOIN person p ON p.id = l.person_id AND p.email IS NOT NULL AND p.erased_at IS NULL
  LEFT JOIN LATERAL (
    SELECT s.user_agent FROM session s WHERE s.person_id = l.person_id ORDER BY s.last_seen_at DESC, s.id DESC LIMIT 1) device ON true
  WHERE NOT EXISTS (SELECT 1 FROM version_retirement r WHERE r.version_id = v.id AND r.retired_at <= $3)
    AND NOT EXISTS (
      SELECT 1 FROM completion c
      WHERE c.person_id = l.person_id AND c.organisation_id = opening.organisation_id AND c.module_id = v.module_id)
  ORDER BY l.person_id, opening.occurred_at, opening.id`;
