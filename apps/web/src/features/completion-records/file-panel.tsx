import { type CompletionRecord, downloadCompletionRecords } from '@rounds/contracts/completion-records';
import type { ReactNode } from 'react';
import { addressOf } from '../../api/client.ts';
import { kilobytes } from '../../lib/bytes.ts';
import { count } from '../../lib/words.ts';
import { ButtonAnchor } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Cell, Table } from '../../ui/table.tsx';
import { ColumnChooser } from './column-chooser.tsx';
import { type ColumnKey, columnsInFile, estimateBytes } from './record-columns.ts';
import type { RecordSearch } from './record-search.ts';
import type { useRecordTotal } from './records-found.tsx';

type FilePanelProps = {
  search: RecordSearch;
  records: readonly CompletionRecord[];
  total: ReturnType<typeof useRecordTotal>;
  filterWords: string;
  onColumns: (chosen: readonly ColumnKey[]) => void;
  onDownload: () => void;
};

/** Says exactly what will be in the file, and fetches it: same filter, order and columns as the table. */
export function FilePanel({ search, records, total, filterWords, onColumns, onDownload }: FilePanelProps) {
  const none = records.length === 0 && search.cursor === undefined;
  return (
    <Panel id="file" title="The file">
      <FileFacts
        rows={rowsInWords(total, none)}
        filter={filterWords || 'None: all you may see'}
        form={formInWords(search, records, total)}
      />
      <ColumnChooser chosen={search.columns} onChange={onColumns} />
      <p className="fine">Never in it: scores, failed tries, times of day, how sure people were, notes, reflections.</p>
      {none ? (
        <p>There is nothing to download.</p>
      ) : (
        <ButtonAnchor block href={fileAddress(search)} download onClick={onDownload}>
          {total && !total.over ? `Download ${count(total.count, 'row')}` : 'Download all rows'}
        </ButtonAnchor>
      )}
      <p className="fine">
        The audit log will name you, this filter and these columns. <a href="#downloads">My last downloads</a>
      </p>
    </Panel>
  );
}

function FileFacts(facts: { rows: ReactNode; filter: ReactNode; form: ReactNode }) {
  return (
    <Table
      caption="What will be in it"
      captionHidden
      headHidden
      open
      head={
        <>
          <th scope="col">What</th>
          <th scope="col">Value</th>
        </>
      }
    >
      <tr>
        <Cell heading>Rows</Cell>
        <Cell>{facts.rows}</Cell>
      </tr>
      <tr>
        <Cell heading>Filter</Cell>
        <Cell>{facts.filter}</Cell>
      </tr>
      <tr>
        <Cell heading>Form</Cell>
        <Cell>{facts.form}</Cell>
      </tr>
    </Table>
  );
}

function rowsInWords(total: FilePanelProps['total'], none: boolean): string {
  if (none) return 'None';
  if (!total) return 'All in this view';
  return `${total.over ? 'Over ' : ''}${total.count.toLocaleString('en-GB')}, all in this view`;
}

function formInWords(
  { columns }: RecordSearch,
  records: readonly CompletionRecord[],
  total: FilePanelProps['total'],
): string {
  const bytes = total && !total.over ? estimateBytes(records, columns, total.count) : null;
  return `CSV, UTF-8${bytes === null ? '' : `, about ${kilobytes(bytes)} kB`}`;
}

function fileAddress({ filter, sort, direction, columns }: RecordSearch): string {
  return addressOf(
    downloadCompletionRecords,
    {},
    { ...filter, sort, direction, columns: columnsInFile(columns).join() },
  );
}
