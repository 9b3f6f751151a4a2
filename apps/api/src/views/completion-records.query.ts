import type { RecordColumn, RecordFilter, RecordSort } from '@rounds/contracts/completion-records';
import type { Value } from '../platform/db.ts';

/** What both the table and the file ask for: one query, put together once, so that they agree row for row. */
export type RecordQuery = {
  organisationId: string;
  /** Units the asker leads, expanded. */
  unitIds: readonly string[];
  filter: RecordFilter;
  sort: RecordSort;
  direction: 'ascending' | 'descending';
};

export type Sql = { text: string; values: Value[] };

const BY_NAME = ['family_name COLLATE "und-x-icu"', 'given_name COLLATE "und-x-icu"'];

/** Expressions each order runs through; the record's id ends all of them, so that no two rows are equal. */
const ORDER: Record<RecordSort, readonly string[]> = {
  name: BY_NAME,
  unit: ['unit COLLATE "und-x-icu"', ...BY_NAME],
  module: ['module COLLATE "und-x-icu"', ...BY_NAME],
  state: ['state', ...BY_NAME],
  completedOn: [`coalesce(completed_on, 'infinity')`, ...BY_NAME],
  minutes: ['minutes', ...BY_NAME],
};

/** SQL name of each column of the file. */
export const COLUMN_SQL: Record<RecordColumn, string> = {
  familyName: 'csv_safe(family_name)',
  givenName: 'csv_safe(given_name)',
  staffNumber: 'csv_safe(staff_number)',
  organisation: 'csv_safe(organisation)',
  unit: 'csv_safe(unit)',
  staffGroup: 'csv_safe(staff_group)',
  path: 'csv_safe(path)',
  module: 'csv_safe(module)',
  state: 'state',
  completedOn: 'completed_on',
  validUntil: 'valid_until',
  version: 'csv_safe(version)',
  minutes: 'minutes',
  reviewedBy: `csv_safe(coalesce(reviewed_by, CASE WHEN state = 'completed' THEN 'Not yet reviewed by a clinician' END))`,
};

/** All rows of a query, unordered, as columns named like `COLUMN_SQL`'s inner names. */
export function recordRows(query: RecordQuery): Sql {
  const values: Value[] = [query.organisationId, query.unitIds];
  const conditions: string[] = [];
  const add = (value: Value, condition: (place: string) => string): void => {
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  const { q, unit, path, module, state, staffGroup, from, to } = query.filter;
  if (q !== undefined && q.trim() !== '') add(`%${likePattern(q.trim())}%`, textMatches);
  if (unit !== undefined)
    add(unit, (place) => `unit_id IN (SELECT id FROM unit WHERE ancestors @> array[${place}::uuid])`);
  if (path !== undefined) add(path, (place) => `path_id = ${place}::uuid`);
  if (module !== undefined) add(module, (place) => `module_id = ${place}::uuid`);
  if (state !== undefined) add(state, (place) => `state = ${place}`);
  if (staffGroup !== undefined) add(staffGroup, (place) => `staff_group = ${place}`);
  if (from !== undefined) add(from, (place) => `completed_on >= ${place}::date`);
  if (to !== undefined) add(to, (place) => `completed_on <= ${place}::date`);
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  return { text: `SELECT * FROM (${BASE}) record ${where}`, values };
}

const textMatches = (place: string): string =>
  `(given_name || ' ' || family_name ILIKE ${place} OR family_name || ', ' || given_name ILIKE ${place} OR staff_number ILIKE ${place})`;

/** Text as itself in LIKE. */
function likePattern(text: string): string {
  return text.replace(/[\\%_]/g, (letter) => `\\${letter}`);
}

/** One page, or all rows, in order. `after`: the sort values and id of the last row seen. */
export function orderedRows(query: RecordQuery, after: readonly string[] | null, limit: number | null): Sql {
  const rows = recordRows(query);
  const keys = [...ORDER[query.sort], 'record_id'];
  const values = [...rows.values];
  let where = '';
  if (after !== null) {
    const places = keys.map((_, index) => `$${values.length + index + 1}${castOf(query.sort, index, keys.length)}`);
    where = `WHERE (${keys.join(', ')}) ${query.direction === 'ascending' ? '>' : '<'} (${places.join(', ')})`;
    values.push(...after);
  }
  const way = query.direction === 'ascending' ? 'ASC' : 'DESC';
  const order = keys.map((key) => `${key} ${way}`).join(', ');
  const text = `SELECT *, array[${keys.map((key) => `(${key})::text`).join(', ')}] AS sort_key FROM (${rows.text}) found ${where} ORDER BY ${order}`;
  return { text: limit === null ? text : `${text} LIMIT ${limit}`, values };
}

function castOf(sort: RecordSort, index: number, count: number): string {
  if (index === count - 1) return '::uuid';
  if (index > 0) return '::text';
  return { completedOn: '::date', minutes: '::int' }[sort as string] ?? '::text';
}

// Completed rows read the names kept with them, and the organisation's own day; started ones, the current names of unit and module.
const BASE = `
  SELECT c.id AS record_id, c.person_id, p.family_name, p.given_name, m.staff_number, c.organisation_name AS organisation, c.unit_id, c.unit_name AS unit, c.staff_group,
    c.path_id, c.path_title AS path, c.module_id, c.module_title AS module, 'completed' AS state, c.organisation_day AS completed_on,
    NULL::date AS valid_until, c.version_label AS version, coalesce(r.credit_minutes, 0) AS minutes, c.reviewed_by
  FROM completion c
  JOIN person p ON p.id = c.person_id
  LEFT JOIN membership m ON m.person_id = c.person_id AND m.organisation_id = c.organisation_id
  LEFT JOIN cpd_record r ON r.completion_id = c.id
  WHERE c.organisation_id = $1 AND c.unit_id = ANY($2::uuid[])
  UNION ALL
  SELECT s.id, s.person_id, p.family_name, p.given_name, m.staff_number, o.name, s.unit_id, u.name, s.staff_group,
    l.path_id, h.title, s.module_id, v.title, 'started', NULL, NULL, v.major || '.' || v.minor, 0, NULL
  FROM module_start s
  JOIN person p ON p.id = s.person_id
  LEFT JOIN membership m ON m.person_id = s.person_id AND m.organisation_id = s.organisation_id
  JOIN organisation o ON o.id = s.organisation_id
  JOIN unit u ON u.id = s.unit_id
  JOIN module_version v ON v.id = s.version_id
  JOIN learning_module l ON l.id = s.module_id
  JOIN learning_path h ON h.id = l.path_id
  WHERE s.organisation_id = $1 AND s.unit_id = ANY($2::uuid[])
    AND NOT EXISTS (SELECT 1 FROM completion c
      WHERE c.person_id = s.person_id AND c.organisation_id = s.organisation_id AND c.module_id = s.module_id)`;
