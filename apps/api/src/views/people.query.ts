import type { PersonSummary } from '@rounds/contracts/people';
import type { Value } from '../platform/db.ts';

/** Whose people: an organisation's, and of it all (`unitIds` null) or those that some units have. `today` is its civil date. */
export type PeopleScope = { organisationId: string; unitIds: readonly string[] | null; now: Date; today: string };

export type Bind = (value: Value) => string;

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

/** Values of the first three places: $1 the organisation, $2 now, $3 today. */
export function scopeValues({ organisationId, now, today }: PeopleScope): Value[] {
  return [organisationId, now, today];
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

/** Whether a person is one whom some units of the organisation, $1, have in hand; `units` is a condition on `h.unit_id`. */
export const inHand = (person: string, units: string, today: string): string =>
  `${person} IN (SELECT h.person_id FROM posts_in_hand($1, ${today}::date) h WHERE h.unit_id ${units})`;

/** Of a member `m` who has not accepted yet, what the organisation typed; else their own. */
export const EMAIL = 'coalesce(m.invited_email, p.email)';

/** What `PersonState` a member `m` is in. */
export const STATE = `
  CASE
    WHEN m.suspended_at IS NOT NULL THEN 'suspended'
    WHEN NOT m.pending AND member_has_password(m.person_id, m.organisation_id) THEN 'active'
    WHEN EXISTS (SELECT 1 FROM one_use_link l
      WHERE l.person_id = m.person_id AND l.organisation_id = m.organisation_id
        AND l.used_at IS NULL AND l.withdrawn_at IS NULL AND l.expires_at > $2) THEN 'invited'
    ELSE 'no-sign-in' END`;

/**
 * The members `m` of a scope, with their person `p`, that meet some conditions; `end` orders and limits them. Only for
 * those that are left are post, roles and state looked up.
 */
export function peopleQuery({ unitIds }: PeopleScope, bind: Bind, conditions: readonly string[], end = ''): string {
  const reach = unitIds === null ? [] : [inHand('m.person_id', `= ANY (${bind(unitIds)}::uuid[])`, '$3')];
  const where = [...reach, ...conditions].map((condition) => ` AND ${condition}`).join('');
  return `
    SELECT m.person_id, m.given_name, m.family_name, m.email, m.staff_number, m.joined_at,
      coalesce(main.title, '') AS post_title, coalesce(main.unit, '') AS unit, ${STATE} AS state,
      array(SELECT DISTINCT r.role FROM role_grant r
        WHERE r.person_id = m.person_id AND r.organisation_id = m.organisation_id AND r.ended_at IS NULL ORDER BY 1) AS roles
    FROM (
      SELECT m.*, p.given_name, p.family_name, ${EMAIL} AS email FROM membership m JOIN person p ON p.id = m.person_id
      WHERE m.organisation_id = $1 AND p.erased_at IS NULL${where} ${end}) m
    LEFT JOIN LATERAL (
      SELECT s.title, u.name AS unit FROM main_post(m.person_id, m.organisation_id, $3::date) s
      JOIN unit u ON u.id = s.unit_id) main ON true`;
}
