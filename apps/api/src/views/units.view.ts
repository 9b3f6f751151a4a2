import type { Unit } from '@rounds/contracts/units';
import type { ReadTx } from '../platform/db.ts';

/**
 * The open units of an organisation, or some among them and all below (`unitIds` not null), parents before children and
 * by name; with the people of today, a civil date there.
 */
export function unitTree(
  tx: ReadTx,
  organisationId: string,
  unitIds: readonly string[] | null,
  today: string,
): Promise<Unit[]> {
  return tx.rows(TREE, [organisationId, unitIds, today]);
}

/** Staff groups that posts of an organisation carry, by name. */
export async function staffGroupsOf(tx: ReadTx, organisationId: string): Promise<string[]> {
  const rows = await tx.rows<{ name: string }>(
    `SELECT name FROM (SELECT DISTINCT staff_group AS name FROM post WHERE organisation_id = $1) used ORDER BY name COLLATE "und-x-icu"`,
    [organisationId],
  );
  return rows.map(({ name }) => name);
}

// Ids beside the names keep the branches of two units of one name apart.
const TREE = `
  WITH shown AS (
    SELECT u.* FROM unit u WHERE u.organisation_id = $1 AND u.closed_at IS NULL AND ($2::uuid[] IS NULL OR u.ancestors && $2))
  SELECT u.id AS "unitId", above.id AS "parentId", u.name, path.depth::int AS depth,
    (SELECT count(DISTINCT s.person_id)::int FROM post s
      WHERE s.unit_id = u.id AND s.starts_on <= $3::date AND (s.ends_on IS NULL OR s.ends_on >= $3::date)) AS people
  FROM shown u
  LEFT JOIN shown above ON above.id = u.parent_id
  CROSS JOIN LATERAL (
    SELECT array_agg(array[lower(a.name), a.id::text] ORDER BY cardinality(a.ancestors)) AS names, count(*) - 1 AS depth
    FROM shown a WHERE a.id = ANY (u.ancestors)) path
  ORDER BY path.names COLLATE "und-x-icu"`;
