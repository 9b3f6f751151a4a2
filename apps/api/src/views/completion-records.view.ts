import type { CompletionRecord, RecordColumn, RecordSort } from '@rounds/contracts/completion-records';
import { Day } from '@rounds/contracts/day';
import pg from 'pg';
import * as z from 'zod/mini';
import { CURSOR, readCursor, writeCursor } from '../platform/cursor.ts';
import type { ReadTx, Value } from '../platform/db.ts';
import { COLUMN_SQL, orderedRows, type RecordQuery, recordRows } from './completion-records.query.ts';

const PAGE = 50;
const COUNT_UP_TO = 10_000;

type Row = {
  record_id: string;
  person_id: string;
  family_name: string;
  given_name: string;
  staff_number: string | null;
  organisation: string;
  unit: string;
  staff_group: string;
  path: string;
  module: string;
  state: CompletionRecord['state'];
  completed_on: string | null;
  valid_until: string | null;
  version: string;
  minutes: number;
  reviewed_by: string | null;
  sort_key: string[];
};

/** As texts, like the sort key that the database writes. A record without a day of completion sorts as 'infinity'. */
const day = z.union([Day, z.literal('infinity')]);
const minutes = z.string().check(z.regex(/^\d{1,9}$/));
const byName = [CURSOR.text, CURSOR.text, CURSOR.uuid] as const;

/** What a cursor holds in each order. */
const KEY = {
  name: z.tuple(byName),
  unit: z.tuple([CURSOR.text, ...byName]),
  module: z.tuple([CURSOR.text, ...byName]),
  state: z.tuple([CURSOR.text, ...byName]),
  completedOn: z.tuple([day, ...byName]),
  minutes: z.tuple([minutes, ...byName]),
} as const satisfies Record<RecordSort, z.ZodMiniType<string[]>>;

/** A page of records after a cursor; a cursor that is not one of this order begins at the first page. */
export async function recordsPage(
  tx: ReadTx,
  query: RecordQuery,
  cursor: string | undefined,
): Promise<{ records: CompletionRecord[]; nextCursor: string | null }> {
  const { text, values } = orderedRows(query, readCursor(cursor, KEY[query.sort]), PAGE + 1);
  const rows = await tx.composed<Row>(text, values);
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  return { records: shown.map(recordOf), nextCursor: last === undefined ? null : writeCursor(last.sort_key) };
}

/** Counts no further than 10,000, so that a total never costs more than a page. */
export async function countRecords(tx: ReadTx, query: RecordQuery): Promise<{ count: number; over: boolean }> {
  const { text, values } = recordRows(query);
  const [row] = await tx.composed<{ count: number }>(
    `SELECT count(*)::int AS count FROM (${text} LIMIT ${COUNT_UP_TO + 1}) counted`,
    values,
  );
  const count = row?.count ?? 0;
  return { count: Math.min(count, COUNT_UP_TO), over: count > COUNT_UP_TO };
}

/** The COPY statement of the same rows in the same order. COPY takes no parameters, so values stand in it as literals. */
export function copyStatement(query: RecordQuery, columns: readonly RecordColumn[]): string {
  const { text, values } = orderedRows(query, null, null);
  const literal = text.replace(/\$(\d+)/g, (_, place: string) => literalOf(values[Number(place) - 1] ?? null));
  return `COPY (SELECT ${columns.map((column) => COLUMN_SQL[column]).join(', ')} FROM (${literal}) file) TO STDOUT (FORMAT csv, ENCODING 'UTF8')`;
}

function literalOf(value: Value): string {
  if (Array.isArray(value)) return `array[${value.map(literalOf).join(', ')}]`;
  if (value === null) return 'NULL';
  if (typeof value !== 'string') throw new Error('A filter of completion records is a text');
  return pg.escapeLiteral(value);
}

function recordOf(row: Row): CompletionRecord {
  return {
    recordId: row.record_id,
    personId: row.person_id,
    familyName: row.family_name,
    givenName: row.given_name,
    staffNumber: row.staff_number,
    organisation: row.organisation,
    unit: row.unit,
    staffGroup: row.staff_group,
    path: row.path,
    module: row.module,
    state: row.state,
    completedOn: row.completed_on,
    validUntil: row.valid_until,
    version: row.version,
    minutes: row.minutes,
    reviewedBy: row.reviewed_by,
  };
}
