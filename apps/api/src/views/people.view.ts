import type { QueryOf } from '@rounds/contracts/endpoint';
import type { listPeople, PersonSummary } from '@rounds/contracts/people';
import * as z from 'zod/mini';
import { CURSOR, readCursor, writeCursor } from '../platform/cursor.ts';
import type { ReadTx } from '../platform/db.ts';
import {
  type Bind,
  EMAIL,
  inHand,
  peopleQuery,
  type PeopleScope,
  scopeValues,
  STATE,
  summaryOf,
  type SummaryRow,
} from './people.query.ts';

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
  const bind: Bind = (value) => `$${values.push(value)}`;
  const picked = peopleQuery(scope, bind, conditionsOf(query, bind), `ORDER BY ${ORDER} LIMIT ${PAGE + 1}`);
  const rows = await tx.composed<SummaryRow>(`${picked} ORDER BY ${ORDER}`, values);
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  const nextCursor = last === undefined ? null : writeCursor([last.family_name, last.given_name, last.person_id]);
  return { people: shown.map(summaryOf), nextCursor };
}

function conditionsOf({ q = '', unit, role, state, cursor }: QueryOf<typeof listPeople>, bind: Bind): string[] {
  const conditions: string[] = [];
  if (q.trim() !== '') conditions.push(textMatches(bind(`%${likePattern(q.trim())}%`)));
  if (unit !== undefined) conditions.push(inHand('m.person_id', `IN ${belowUnit(bind(unit))}`, '$3'));
  if (role !== undefined) conditions.push(holds(bind(role)));
  if (state !== undefined) conditions.push(`${STATE} = ${bind(state)}`);
  const after = readCursor(cursor, Key);
  if (after !== null) conditions.push(`(${ORDER}) > (${bind(after[0])}, ${bind(after[1])}, ${bind(after[2])}::uuid)`);
  return conditions;
}

const textMatches = (place: string): string =>
  `(given_name || ' ' || family_name ILIKE ${place} OR family_name || ', ' || given_name ILIKE ${place}
    OR ${EMAIL} ILIKE ${place} OR staff_number ILIKE ${place})`;

/** Text as itself in LIKE. */
function likePattern(text: string): string {
  return text.replace(/[\\%_]/g, (letter) => `\\${letter}`);
}

const belowUnit = (place: string): string =>
  `(SELECT u.id FROM unit u WHERE u.organisation_id = $1 AND u.ancestors @> array[${place}::uuid])`;

const holds = (place: string): string =>
  `m.person_id IN (SELECT r.person_id FROM role_grant r WHERE r.organisation_id = $1 AND r.role = ${place} AND r.ended_at IS NULL)`;
