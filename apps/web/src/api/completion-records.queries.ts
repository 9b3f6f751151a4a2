import {
  countCompletionRecords,
  type ExportManifest,
  listCompletionRecords,
  listExports,
  type RecordFilter,
  readRecordFilters,
} from '@rounds/contracts/completion-records';
import type { QueryOf } from '@rounds/contracts/endpoint';
import { queryOptions } from '@tanstack/react-query';
import { call } from './client.ts';

export type RecordsAsked = QueryOf<typeof listCompletionRecords>;

/** Milliseconds a page of records is kept: long enough for the way from loader to table, short for "at once". */
const FRESH = 5_000;
/** Milliseconds between looks at a file that is still being written. */
const WATCH = 2_000;
/** Milliseconds after which a file that never ended is no longer watched: its server is gone. */
const GIVEN_UP = 10 * 60_000;

export const recordsQuery = (asked: RecordsAsked) =>
  queryOptions({
    queryKey: ['completion-records', 'page', asked],
    queryFn: ({ signal }) => call(listCompletionRecords, { query: asked }, { signal }),
    staleTime: FRESH,
  });

/** Apart from the rows, because it may take longer. */
export const recordTotalQuery = (filter: RecordFilter) =>
  queryOptions({
    queryKey: ['completion-records', 'total', filter],
    queryFn: ({ signal }) => call(countCompletionRecords, { query: filter }, { signal }),
    staleTime: FRESH,
  });

export const recordFiltersQuery = queryOptions({
  queryKey: ['completion-records', 'filters'],
  queryFn: ({ signal }) => call(readRecordFilters, {}, { signal }),
});

const isBeingWritten = ({ state, begunAt }: ExportManifest): boolean =>
  state === 'begun' && Date.parse(begunAt) > Date.now() - GIVEN_UP;

export const exportsQuery = queryOptions({
  queryKey: ['exports'],
  queryFn: ({ signal }) => call(listExports, {}, { signal }),
  staleTime: FRESH,
  refetchInterval: ({ state }) => (state.data?.exports.some(isBeingWritten) ? WATCH : false),
});
