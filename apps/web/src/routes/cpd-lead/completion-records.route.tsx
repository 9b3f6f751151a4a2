import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { LoaderFunctionArgs } from 'react-router';
import { exportsQuery, recordFiltersQuery, recordsQuery } from '../../api/completion-records.queries.ts';
import { queryClientContext } from '../../api/query-client.ts';
import { CompletionRecords } from '../../features/completion-records/completion-records.tsx';
import { filterInWords } from '../../features/completion-records/filter-words.ts';
import { readRecordSearch, recordsAsked } from '../../features/completion-records/record-search.ts';
import { DownloadList } from '../../features/exports/download-list.tsx';

/** Milliseconds after which a file just asked for is in the list of downloads. */
const BEGUN = 1_500;

export async function loader({ context, request }: LoaderFunctionArgs): Promise<null> {
  const client = context.get(queryClientContext);
  const search = readRecordSearch(new URL(request.url).searchParams);
  await Promise.all([
    client.fetchQuery(recordsQuery(recordsAsked(search))),
    client.ensureQueryData(recordFiltersQuery),
    client.ensureQueryData(exportsQuery),
  ]);
  return null;
}

export function Page() {
  const client = useQueryClient();
  const { data: choices } = useSuspenseQuery(recordFiltersQuery);
  const { data: downloads } = useSuspenseQuery(exportsQuery);
  return (
    <>
      <CompletionRecords
        choices={choices}
        onDownload={() => setTimeout(() => void client.invalidateQueries(exportsQuery), BEGUN)}
      />
      <DownloadList
        files={downloads.exports}
        describe={(filter) => filterInWords(readRecordSearch(new URLSearchParams(filter)).filter, choices)}
      />
    </>
  );
}
