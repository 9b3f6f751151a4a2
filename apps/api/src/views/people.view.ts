import type { listPeople, PersonSummary } from '@rounds/contracts/people';
import type { QueryOf } from '@rounds/contracts/endpoint';
import * as z from 'zod/mini';
import { CURSOR, readCursor, writeCursor } from '../platform/cursor.ts';
import type { ReadTx, Value } from '../platform/db.ts';
import { PEOPLE, type PeopleScope, scopeValues, summaryOf, type SummaryRow } from './people.query.ts';

const PAGE = 50;
const ORDER = 'family_name COLLATE "und-x-icu", given_name COLLATE "und-x-icu", person_id';
const Key = z.tuple([CURSOR.text, CURSOR.text, CURSOR.uuid]);

/** A page of an administrator's people by name, by one statement. */
export async function peoplePage(
  tx: ReadTx,
  scope: PeopleScope,
  query: QueryOf<typeof listPeople>,
): Promise<{ people: PersonSummary[]; nextCursor: string | null }> {
  const values = scopeValues(scope);
  const conditions = conditionsOf(query, (value) => `$${values.push(value)}`);
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  const rows = await tx.composed<SummaryRow>(
    `SELECT * FROM (${PEOPLE}) person ${where} ORDER BY ${ORDER} LIMIT ${PAGE + 1}`,
    values,
  );
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  const nextCursor = last === undefined ? null : writeCursor([last.family_name, last.given_name, last.person_id]);
  return { people: shown.map(summaryOf), nextCursor };
}

type Bind = (value: Value) => string;

function conditionsOf({ q = '', unit, role, state, cursor }: QueryOf<typeof listPeople>, bind: Bind): string[] {
  const conditions: string[] = [];
  if (q.trim() !== '') conditions.push(textMatches(bind(`%${likePattern(q.trim())}%`)));
  if (unit !== undefined) conditions.push(worksIn(bind(unit)));
  if (role !== undefined) conditions.push(`${bind(role)} = ANY(roles)`);
  if (state !== undefined) conditions.push(`state = ${bind(state)}`);
  const after = readCursor(cursor, Key);
  if (after !== null) conditions.push(`(${ORDER}) > (${bind(after[0])}, ${bind(after[1])}, ${bind(after[2])}::uuid)`);
  return conditions;
}

const textMatches = (place: string): string =>
  `(given_name || ' ' || family_name ILIKE ${place} OR family_name || ', ' || given_name ILIKE ${place}
    OR email ILIKE ${place} OR staff_number ILIKE ${place})`;

/** Text as itself in LIKE. */
function likePattern(text: string): string {
  return text.replace(/[\\%_]/g, (letter) => `\\${letter}`);
}

/** In a unit or below it, by a post that is not over; of somebody whose posts are all over, by the latest. */
const worksIn = (place: string): string =>
  `units_having(person_id, $1, today) && array(SELECT id FROM unit WHERE organisation_id = $1 AND ancestors @> array[${place}::uuid])`;
