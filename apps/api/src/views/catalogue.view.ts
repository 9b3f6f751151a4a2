import type { CatalogueQuery, ModuleSummary } from '@rounds/contracts/catalogue';
import { LearningAudience, Level, type LearnerDocument } from '@rounds/contracts/learner-document';
import * as z from 'zod/mini';
import { CURSOR, readCursor, writeCursor } from '../platform/cursor.ts';
import type { ReadTx, Value } from '../platform/db.ts';
import {
  capabilityOf,
  PATH_ORDER,
  type Reader,
  readerValues,
  SUMMARY_COLUMNS,
  SUMMARY_JOINS,
  type SummaryRow,
  summaryOf,
} from './module-summary.view.ts';
import { type SearchTerms, searchTerms } from './search-terms.ts';

const PAGE = 20;

/** Best match first; without a search, in path order. */
const RankKey = z.tuple([z.number().check(z.gte(0), z.lte(1e6)), CURSOR.uuid]);
const PathKey = z.tuple([z.int32(), CURSOR.uuid, z.int32(), CURSOR.uuid]);

type Row = SummaryRow & { sortKey: (string | number)[] };
type Statement = { text: string; values: Value[] };

/** One page of what is on offer, by one statement. */
export async function cataloguePage(
  tx: ReadTx,
  reader: Reader,
  query: CatalogueQuery,
): Promise<{ modules: ModuleSummary[]; nextCursor: string | null }> {
  const { text, values } = pageStatement(reader, query);
  const rows = await tx.composed<Row>(text, values);
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  const modules = shown.map(({ sortKey: _, ...row }) => summaryOf(row));
  return { modules, nextCursor: last === undefined ? null : writeCursor(last.sortKey) };
}

type Facets = { capabilities: LearnerDocument['capabilities']; levels: Level[]; audiences: LearningAudience[] };

/** Values that occur in all that is on offer, for the filters. */
export async function catalogueFacets(tx: ReadTx): Promise<Facets> {
  const row = await tx.row<{ capabilities: string[]; levels: Level[]; audiences: LearningAudience[] }>(FACETS);
  return {
    capabilities: (row?.capabilities ?? []).map(capabilityOf),
    levels: Level.options.filter((level) => row?.levels.includes(level)),
    audiences: LearningAudience.options.filter((audience) => row?.audiences.includes(audience)),
  };
}

function pageStatement(reader: Reader, query: CatalogueQuery): Statement {
  const values = readerValues(reader);
  const bind = (value: Value): string => `$${values.push(value)}`;
  const filters = filtersOf(query, bind);
  const terms = searchTerms(query.q ?? '');
  const { from, key, order, after } =
    terms === null ? inPathOrder(query.cursor, bind) : byRank(terms, query.cursor, bind);
  const where = [...filters, ...after].map((condition) => `AND ${condition}`).join(' ');
  const text = `
    SELECT ${SUMMARY_COLUMNS}, jsonb_build_array(${key}) AS "sortKey" FROM ${from} ${SUMMARY_JOINS}
    WHERE true ${where} ORDER BY ${order} LIMIT ${PAGE + 1}`;
  return { text, values };
}

type Bind = (value: Value) => string;

function filtersOf({ minutes, capability, level, audience }: CatalogueQuery, bind: Bind): string[] {
  const filters: string[] = [];
  if (minutes !== undefined) filters.push(`v.minutes <= ${bind(minutes)}`);
  if (capability !== undefined) filters.push(`${bind(withoutNul(capability))} = ANY(v.capabilities)`);
  if (level !== undefined) filters.push(`v.level = ${bind(level)}`);
  if (audience !== undefined) filters.push(`${bind(audience)} = ANY(v.audience)`);
  return filters;
}

const withoutNul = (text: string): string => text.replaceAll('\0', ' ');

type Order = { from: string; key: string; order: string; after: string[] };

function inPathOrder(cursor: string | undefined, bind: Bind): Order {
  const key = readCursor(cursor, PathKey);
  const after = key === null ? [] : [`(${PATH_ORDER}) > (${key.map(bind).join(', ')})`];
  return { from: 'current_version v', key: PATH_ORDER, order: PATH_ORDER, after };
}

/** In double precision a rank comes back from its cursor exactly as it went. */
function byRank(terms: SearchTerms, cursor: string | undefined, bind: Bind): Order {
  const key = readCursor(cursor, RankKey);
  return {
    from: `matching_versions(${queryOf(terms, bind)}) hit JOIN current_version v ON v.id = hit.version_id`,
    key: 'hit.rank::float8, v.id',
    order: 'hit.rank DESC, v.id',
    after: key === null ? [] : [`(-hit.rank::float8, v.id) > (-(${bind(key[0])}::float8), ${bind(key[1])})`],
  };
}

/** The words as typed, or what stands before the last one with all that begins with it. */
function queryOf({ whole, head, prefix }: SearchTerms, bind: Bind): string {
  const typed = `websearch_to_tsquery('english', ${bind(whole)})`;
  if (prefix === null) return typed;
  const beginning = bind(prefix);
  return `${typed} || (websearch_to_tsquery('english', ${bind(head)})
    && (to_tsquery('english', ${beginning}) || to_tsquery('simple', ${beginning})))`;
}

const FACETS = `
  SELECT
    array(SELECT DISTINCT unnest(capabilities) FROM current_version ORDER BY 1) AS capabilities,
    array(SELECT DISTINCT level FROM current_version) AS levels,
    array(SELECT DISTINCT unnest(audience) FROM current_version) AS audiences`;
