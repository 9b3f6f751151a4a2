import type { ListedRecord, listCompletionRecords } from '@rounds/contracts/completion-records';
import type { ResponseOf } from '@rounds/contracts/endpoint';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { recordsQuery } from '../../api/completion-records.queries.ts';
import { clockTime, longDate } from '../../lib/dates.ts';
import { dayIn } from '../../lib/today.ts';
import { placeOf } from '../../lib/zone-words.ts';
import { DeskHead } from '../../ui/desk-head.tsx';
import { KeysetPages, useFocusOnPage } from '../../ui/keyset-pages.tsx';
import { Said } from '../../ui/said.tsx';
import { Loading } from '../../ui/loading.tsx';
import { WithPanel } from '../../ui/panel.tsx';
import { useAddress, withFilters } from '../../ui/use-address.ts';
import { AskAgainDialog } from './ask-again-dialog.tsx';
import { FilePanel } from './file-panel.tsx';
import { type FilterChoices, filterInWords } from './filter-words.ts';
import { NoRecords } from './no-records.tsx';
import { RecordFilters } from './record-filters.tsx';
import { readRecordSearch, recordsAsked, withColumns, withoutFilters, withSort } from './record-search.ts';
import { RecordsFound, useRecordTotal } from './records-found.tsx';
import { RecordsTable } from './records-table.tsx';

type CompletionRecordsProps = { choices: FilterChoices; onDownload: () => void };

/** The lead's table, its filters, and the file that holds the same rows. */
export function CompletionRecords({ choices, onDownload }: CompletionRecordsProps) {
  const { shown: here, asked, pending, go } = useAddress();
  const shown = readRecordSearch(here);
  const { data: page } = useSuspenseQuery(recordsQuery(recordsAsked(shown)));
  const total = useRecordTotal(shown.filter);
  const words = filterInWords(shown.filter, choices);
  const clear = () => go(withoutFilters(asked));
  return (
    <>
      <DeskHead title="Completion records" side={<DataTime {...page} />} />
      <RecordFilters
        filter={readRecordSearch(asked).filter}
        choices={choices}
        sorted={shown}
        today={dayIn(page.timeZone, new Date(page.asAt))}
        found={<RecordsFound total={total} filterWords={words} onClear={clear} />}
        onChange={(changes, replace) => go(withFilters(asked, changes), replace)}
      />
      {pending && <Loading what="the records" />}
      <WithPanel
        panel={
          <FilePanel
            search={shown}
            records={page.records}
            total={total}
            filterWords={words}
            onColumns={(chosen) => go(withColumns(asked, chosen), true)}
            onDownload={onDownload}
          />
        }
      >
        <Rows page={page} total={total} onClear={words ? clear : null} />
      </WithPanel>
    </>
  );
}

type Page = ResponseOf<typeof listCompletionRecords>;

function DataTime({ asAt, timeZone }: Page) {
  return (
    <p className="fact">{`Data as at ${longDate(asAt, timeZone)}, ${clockTime(asAt, timeZone)}. Times are for ${placeOf(timeZone)}.`}</p>
  );
}

type RowsProps = { page: Page; total: ReturnType<typeof useRecordTotal>; onClear: (() => void) | null };

function Rows({ page, total, onClear }: RowsProps) {
  const { shown: here, asked, pending, go } = useAddress();
  const shown = readRecordSearch(here);
  const region = useFocusOnPage<HTMLDivElement>(shown.cursor);
  const [asking, setAsking] = useState<ListedRecord | null>(null);
  const [said, setSaid] = useState('');
  if (page.records.length === 0) return <NoRecords onClear={onClear} />;
  return (
    <>
      <Said words={said} />
      <RecordsTable
        records={page.records}
        search={shown}
        busy={pending}
        ref={region}
        onSort={(sort) => go(withSort(asked, shown, sort))}
        onAsk={setAsking}
      />
      {asking && <AskAgainDialog record={asking} onAsked={setSaid} onLeave={() => setAsking(null)} />}
      <KeysetPages
        rows={page.records.length}
        nextCursor={page.nextCursor}
        of={total ? `of ${total.over ? 'over ' : ''}${total.count.toLocaleString('en-GB')}` : undefined}
      />
    </>
  );
}
