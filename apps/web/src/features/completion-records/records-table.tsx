import type { ListedRecord, RecordSort } from '@rounds/contracts/completion-records';
import type { Ref } from 'react';
import { Head, Table, TableScroll } from '../../ui/table.tsx';
import { AgainCell, hasAgainCells } from './again-cell.tsx';
import { COLUMNS } from './record-columns.ts';
import { RecordCell } from './record-cell.tsx';
import type { RecordSearch } from './record-search.ts';

type RecordsTableProps = {
  records: readonly ListedRecord[];
  search: RecordSearch;
  busy: boolean;
  ref: Ref<HTMLDivElement>;
  onSort: (sort: RecordSort) => void;
  onAsk: (record: ListedRecord) => void;
};

export function RecordsTable({ records, search, busy, ref, onSort, onAsk }: RecordsTableProps) {
  const { columns, sort, direction } = search;
  const shown = COLUMNS.filter(({ key }) => columns.includes(key));
  const sortedBy = COLUMNS.find((column) => column.sort === sort)?.heading.toLowerCase();
  const again = hasAgainCells(records);
  const caption = `Completion records, sorted by ${sortedBy}${direction === 'descending' ? ', last first' : ''}`;
  return (
    <TableScroll label="Completion records" ref={ref}>
      <div aria-busy={busy}>
        <Table
          records
          reflow
          caption={caption}
          captionHidden
          head={
            <>
              {shown.map((column) => (
                <ColumnHead key={column.key} {...{ column, sort, direction, onSort }} />
              ))}
              {again && (
                <Head>
                  <span className="vh">Do it again</span>
                </Head>
              )}
            </>
          }
        >
          {records.map((record) => (
            <tr key={record.recordId}>
              {shown.map(({ key }, index) => (
                <RecordCell key={key} column={key} record={record} heading={index === 0} />
              ))}
              {again && <AgainCell record={record} onAsk={() => onAsk(record)} />}
            </tr>
          ))}
        </Table>
      </div>
    </TableScroll>
  );
}

type ColumnHeadProps = Pick<RecordSearch, 'sort' | 'direction'> & {
  column: (typeof COLUMNS)[number];
  onSort: (sort: RecordSort) => void;
};

function ColumnHead({ column, sort, direction, onSort }: ColumnHeadProps) {
  const number = column.key === 'minutes' || column.key === 'version';
  const by = column.sort;
  if (!by) return <Head number={number}>{column.heading}</Head>;
  return (
    <Head number={number} sorted={sort === by ? direction : null} onSort={() => onSort(by)}>
      {column.heading}
    </Head>
  );
}
