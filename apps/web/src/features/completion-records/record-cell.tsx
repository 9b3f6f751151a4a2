import type { CompletionRecord } from '@rounds/contracts/completion-records';
import { longDate } from '../../lib/dates.ts';
import { NOT_REVIEWED } from '../../lib/learning-words.ts';
import { Cell } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { STATE_WORDS } from './filter-words.ts';
import { type ColumnKey, COLUMNS } from './record-columns.ts';

type RecordCellProps = { column: ColumnKey; record: CompletionRecord; heading: boolean };

/** One value. On the phone: name and state in the first line, the rest below with their names where needed. */
export function RecordCell({ column, record, heading }: RecordCellProps) {
  if (heading) return <Cell heading><span className={column === 'name' ? 'nowrap' : undefined}>{plainValue(column, record)}</span></Cell>;
  const name = COLUMNS.find(({ key }) => key === column)?.heading ?? '';
  const value = plainValue(column, record);
  switch (column) {
    case 'state':
      return (
        <Cell phone="corner">
          <Tag kind={record.state === 'completed' ? 'good' : 'part'}>{value}</Tag>
        </Cell>
      );
    case 'unit':
    case 'staffGroup':
    case 'path':
      return <Cell quiet phone="wide">{value}</Cell>;
    case 'module':
    case 'name':
      return <Cell phone="wide">{value}</Cell>;
    case 'version':
    case 'minutes':
      return <Cell number phone="none">{value}</Cell>;
    case 'completedOn':
    case 'validUntil':
      return <Cell phone="wide" {...(value && { name })}><span className="nowrap">{value}</span></Cell>;
    case 'staffNumber':
    case 'reviewedBy':
      return <Cell phone="wide" {...(value && { name })}>{value}</Cell>;
  }
}

function plainValue(column: ColumnKey, record: CompletionRecord): string {
  switch (column) {
    case 'name':
      return `${record.familyName}, ${record.givenName}`;
    case 'state':
      return STATE_WORDS[record.state];
    case 'completedOn':
    case 'validUntil':
      return record[column] ? longDate(record[column]) : '';
    case 'minutes':
      return String(record.minutes);
    case 'reviewedBy':
      return record.reviewedBy ?? (record.state === 'completed' ? NOT_REVIEWED : '');
    case 'staffNumber':
      return record.staffNumber ?? '';
    case 'unit':
    case 'staffGroup':
    case 'path':
    case 'module':
    case 'version':
      return record[column];
  }
}
