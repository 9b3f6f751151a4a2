import { readCpdEntry, readCpdRecord } from '@rounds/contracts/cpd-record';
import { queryOptions } from '@tanstack/react-query';
import { call } from './client.ts';

/** `year` null: this year, as the server's clock has it. */
export const cpdRecordQuery = (year: number | null) =>
  queryOptions({
    queryKey: ['cpd-record', 'year', year],
    queryFn: ({ signal }) => call(readCpdRecord, { query: year === null ? {} : { year } }, { signal }),
  });

export const cpdEntryQuery = (completionId: string) =>
  queryOptions({
    queryKey: ['cpd-record', 'entry', completionId],
    queryFn: ({ signal }) => call(readCpdEntry, { params: { completionId } }, { signal }),
  });
