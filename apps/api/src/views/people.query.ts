import type { PersonSummary } from '@rounds/contracts/people';
import type { Value } from '../platform/db.ts';

/** Whose people: an organisation's, and of it all (`unitIds` null) or those that some units have. */
export type PeopleScope = { organisationId: string; unitIds: readonly string[] | null; now: Date };

export type SummaryRow = {
  person_id: string;
  given_name: string;
  family_name: string;
  email: string | null;
  staff_number: string | null;
  joined_at: Date;
  post_title: string;
  unit: string;
  roles: PersonSummary['roles'];
  state: PersonSummary['state'];
};

/** Values of the first three places of `PEOPLE`. */
export function scopeValues({ organisationId, now, unitIds }: PeopleScope): Value[] {
  return [organisationId, now, unitIds];
}

export function summaryOf(row: SummaryRow): PersonSummary {
  return {
    personId: row.person_id,
    givenName: row.given_name,
    familyName: row.family_name,
    email: row.email,
    staffNumber: row.staff_number,
    postTitle: row.post_title,
    unit: row.unit,
    roles: row.roles,
    state: row.state,
  };
}

/** The members an administrator has in hand: $1 the organisation, $2 now, $3 units or null. */
export const PEOPLE = `
  SELECT m.person_id, p.given_name, p.family_name, p.email, m.staff_number, m.joined_at,
    coalesce(main.title, '') AS post_title, coalesce(main.unit, '') AS unit, held.roles, is_now.state, day.today
  FROM membership m
  JOIN person p ON p.id = m.person_id
  JOIN organisation o ON o.id = m.organisation_id
  CROSS JOIN LATERAL (SELECT ($2::timestamptz AT TIME ZONE o.time_zone)::date AS today) day
  LEFT JOIN LATERAL (
    SELECT s.title, u.name AS unit FROM post s JOIN unit u ON u.id = s.unit_id
    WHERE s.person_id = m.person_id AND s.organisation_id = m.organisation_id
      AND s.starts_on <= day.today AND (s.ends_on IS NULL OR s.ends_on >= day.today)
    ORDER BY s.main DESC, s.starts_on, s.id LIMIT 1) main ON true
  CROSS JOIN LATERAL (
    SELECT array(SELECT DISTINCT r.role FROM role_grant r
      WHERE r.person_id = m.person_id AND r.organisation_id = m.organisation_id AND r.ended_at IS NULL ORDER BY 1) AS roles) held
  CROSS JOIN LATERAL (
    SELECT CASE
      WHEN m.suspended_at IS NOT NULL THEN 'suspended'
      WHEN NOT m.pending AND member_has_password(m.person_id, m.organisation_id) THEN 'active'
      WHEN EXISTS (SELECT 1 FROM one_use_link l
        WHERE l.person_id = m.person_id AND l.organisation_id = m.organisation_id
          AND l.used_at IS NULL AND l.withdrawn_at IS NULL AND l.expires_at > $2) THEN 'invited'
      ELSE 'no-sign-in' END AS state) is_now
  WHERE m.organisation_id = $1 AND p.erased_at IS NULL
    AND ($3::uuid[] IS NULL OR units_having(m.person_id, m.organisation_id, day.today) && $3::uuid[])`;
