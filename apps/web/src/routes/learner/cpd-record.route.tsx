import { useSuspenseQuery } from '@tanstack/react-query';
import { type LoaderFunctionArgs, useSearchParams } from 'react-router';
import { cpdRecordQuery } from '../../api/cpd-record.queries.ts';
import { queryClientContext } from '../../api/query-client.ts';
import { CpdRecord } from '../../features/cpd-record/cpd-record.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { later } from '../later.tsx';

const PrintPage = later(async () => (await import('../../features/print-page/print-page.tsx')).PrintPage);

/** The year in the address; null for this year. */
function yearIn(search: URLSearchParams): number | null {
  const year = Number(search.get('year'));
  return Number.isInteger(year) && year >= 2000 && year <= 2200 ? year : null;
}

export async function loader({ context, request }: LoaderFunctionArgs): Promise<null> {
  await context.get(queryClientContext).ensureQueryData(cpdRecordQuery(yearIn(new URL(request.url).searchParams)));
  return null;
}

export function Component() {
  const [search, setSearch] = useSearchParams();
  const year = yearIn(search);
  const { data: record } = useSuspenseQuery(cpdRecordQuery(year));
  const years = [...new Set([...record.years, record.year])].toSorted((a, b) => b - a);
  return (
    <>
      <PageHead title="CPD record" side={<PrintPage />} />
      {years.length === 1 ? (
        <CpdRecord year={year} />
      ) : (
        <Tabs
          inGrid
          label="Calendar year"
          tabs={years.map((one) => ({ key: String(one), label: String(one) }))}
          selected={String(record.year)}
          onSelect={(chosen) => setSearch({ year: chosen }, { preventScrollReset: true })}
        >
          <CpdRecord year={year} />
        </Tabs>
      )}
    </>
  );
}
