import type { ReadTx } from '../platform/db.ts';

type Named = { id: string; name: string };
export type RecordFilters = {
  units: (Named & { depth: number })[];
  paths: Named[];
  modules: Named[];
  staffGroups: string[];
};

/** What the lead's own records can be filtered by. */
export async function recordFilters(
  tx: ReadTx,
  organisationId: string,
  unitIds: readonly string[],
): Promise<RecordFilters> {
  const units = await tx.rows<Named & { depth: number }>(
    `SELECT u.id, u.name, cardinality(u.ancestors) - min(cardinality(u.ancestors)) OVER () AS depth
     FROM unit u WHERE u.organisation_id = $1 AND u.id = ANY($2::uuid[])
     ORDER BY (SELECT array_agg(a.name ORDER BY cardinality(a.ancestors)) FROM unit a WHERE a.id = ANY(u.ancestors)), u.id`,
    [organisationId, unitIds],
  );
  const taught = await tx.rows<Named & { kind: 'path' | 'module' }>(TAUGHT, [organisationId]);
  const groups = await tx.rows<{ staff_group: string }>(STAFF_GROUPS, [organisationId, unitIds]);
  const named = (kind: string): Named[] =>
    taught.filter((row) => row.kind === kind).map(({ id, name }) => ({ id, name }));
  return { units, paths: named('path'), modules: named('module'), staffGroups: groups.map((row) => row.staff_group) };
}

const TAUGHT = `
  SELECT 'path' AS kind, h.id, h.title AS name, h.position AS place, 0 AS inner_place FROM learning_path h
  WHERE h.organisation_id IS NULL OR h.organisation_id = $1
  UNION ALL
  SELECT 'module', l.id, v.title, h.position, l.position
  FROM learning_module l
  JOIN learning_path h ON h.id = l.path_id
  JOIN LATERAL (SELECT title FROM module_version v WHERE v.module_id = l.id ORDER BY v.major DESC, v.minor DESC LIMIT 1) v ON true
  WHERE l.organisation_id IS NULL OR l.organisation_id = $1
  ORDER BY place, inner_place`;

const STAFF_GROUPS = `
  SELECT DISTINCT staff_group FROM (
    SELECT staff_group FROM completion WHERE organisation_id = $1 AND unit_id = ANY($2::uuid[])
    UNION SELECT staff_group FROM module_start WHERE organisation_id = $1 AND unit_id = ANY($2::uuid[])
  ) known ORDER BY staff_group`;
