import type { PersonDetail } from '@rounds/contracts/people';
import type { ReadTx } from '../platform/db.ts';
import { type Bind, peopleQuery, type PeopleScope, scopeValues, summaryOf, type SummaryRow } from './people.query.ts';

type Grant = PersonDetail['roleGrants'][number];
type OpenLink = Omit<PersonDetail['openLinks'][number], 'expiresAt'> & { expiresAt: Date };

/** One person as an administrator sees them; null when that administrator does not have them in hand. */
export async function personDetail(tx: ReadTx, scope: PeopleScope, personId: string): Promise<PersonDetail | null> {
  const values = scopeValues(scope);
  const bind: Bind = (value) => `$${values.push(value)}`;
  const [row] = await tx.composed<SummaryRow>(peopleQuery(scope, bind, [`m.person_id = ${bind(personId)}`]), values);
  if (row === undefined) return null;
  const of = [personId, scope.organisationId];
  const links = await tx.rows<OpenLink>(LINKS, [...of, scope.now]);
  return {
    ...summaryOf(row),
    joinedAt: row.joined_at.toISOString(),
    posts: await tx.rows<PersonDetail['posts'][number]>(POSTS, of),
    roleGrants: await tx.rows<Grant>(GRANTS, of),
    openLinks: links.map((link) => ({ ...link, expiresAt: link.expiresAt.toISOString() })),
  };
}

const POSTS = `
  SELECT s.id AS "postId", s.unit_id AS "unitId", u.name AS unit, s.title, s.staff_group AS "staffGroup", s.main,
    s.starts_on::text AS "startsOn", s.ends_on::text AS "endsOn"
  FROM post s JOIN unit u ON u.id = s.unit_id
  WHERE s.person_id = $1 AND s.organisation_id = $2
  ORDER BY coalesce(s.ends_on, 'infinity') DESC, s.main DESC, s.starts_on DESC, s.id`;

const GRANTS = `
  SELECT r.id AS "roleGrantId", r.role, r.unit_id AS "unitId", u.name AS unit,
    (r.granted_at AT TIME ZONE o.time_zone)::date::text AS "grantedOn"
  FROM role_grant r
  JOIN unit u ON u.id = r.unit_id
  JOIN organisation o ON o.id = r.organisation_id
  WHERE r.person_id = $1 AND r.organisation_id = $2 AND r.ended_at IS NULL
  ORDER BY r.role, cardinality(u.ancestors), lower(u.name), r.id`;

// The first administrator's link is an invitation too, only made by a command.
const LINKS = `
  SELECT l.id AS "linkId", CASE l.purpose WHEN 'joining-code' THEN 'joining-code' ELSE 'invitation' END AS purpose, l.expires_at AS "expiresAt"
  FROM one_use_link l
  WHERE l.person_id = $1 AND l.organisation_id = $2 AND l.used_at IS NULL AND l.withdrawn_at IS NULL AND l.expires_at > $3
  ORDER BY l.expires_at, l.id`;
