import { RecordFilter, RecordSort } from '@rounds/contracts/completion-records';
import type { RecordsAsked } from '../../api/completion-records.queries.ts';
import { withFilters } from '../../ui/use-address.ts';
import { type ColumnKey, COLUMNS, SHOWN_AT_FIRST } from './record-columns.ts';

export type Direction = 'ascending' | 'descending';

/** All that the address says about the table. */
export type RecordSearch = {
  filter: RecordFilter;
  sort: RecordSort;
  direction: Direction;
  columns: readonly ColumnKey[];
  cursor: string | undefined;
};

export const FILTER_NAMES = ['q', 'unit', 'path', 'module', 'state', 'staffGroup', 'from', 'to'] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** Reads an address. What makes no sense in it is left out, so that an old or cut link still opens. */
export function readRecordSearch(params: URLSearchParams): RecordSearch {
  const sort = RecordSort.safeParse(params.get('sort'));
  return {
    filter: readFilter(params),
    sort: sort.success ? sort.data : 'name',
    direction: params.get('direction') === 'descending' ? 'descending' : 'ascending',
    columns: readColumns(params.get('columns')),
    cursor: params.get('cursor') ?? undefined,
  };
}

function readFilter(params: URLSearchParams): RecordFilter {
  const given = FILTER_NAMES.map((name) => [name, params.get(name)] as const).filter(([, value]) => value);
  const sound = given.filter(([name, value]) => RecordFilter.safeParse({ [name]: value }).success);
  return RecordFilter.parse(Object.fromEntries(sound));
}

function readColumns(words: string | null): readonly ColumnKey[] {
  const named = words?.split(',') ?? [];
  const known = COLUMNS.map(({ key }) => key).filter((key) => named.includes(key));
  return known.length === 0 ? SHOWN_AT_FIRST : known;
}

export function withoutFilters(params: URLSearchParams): URLSearchParams {
  return withFilters(params, Object.fromEntries(FILTER_NAMES.map((name) => [name, ''])));
}

/** Columns change what is seen of the page, not which page it is. */
export function withColumns(params: URLSearchParams, chosen: readonly ColumnKey[]): URLSearchParams {
  const next = new URLSearchParams(params);
  const ordered = COLUMNS.map(({ key }) => key).filter((key) => chosen.includes(key));
  if (ordered.join() === SHOWN_AT_FIRST.join()) next.delete('columns');
  else next.set('columns', ordered.join());
  return next;
}

/** A column's button: this column upwards, or the other way round if it sorts already. */
export function withSort(
  params: URLSearchParams,
  now: Pick<RecordSearch, 'sort' | 'direction'>,
  sort: RecordSort,
): URLSearchParams {
  const turned = now.sort === sort && now.direction === 'ascending';
  return withFilters(params, { sort: sort === 'name' ? '' : sort, direction: turned ? 'descending' : '' });
}

export function recordsAsked({ filter, sort, direction, cursor }: RecordSearch): RecordsAsked {
  return { ...filter, sort, direction, ...(cursor !== undefined && { cursor }) };
}
