import type { CompletionRecord } from '@rounds/contracts/completion-records';
import type { ComponentProps } from 'react';
import { longDate } from '../../lib/dates.ts';
import { NOT_REVIEWED } from '../../lib/learning-words.ts';
import { Cell } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { STATE_WORDS } from './filter-words.ts';
import { type ColumnKey, COLUMNS } from './record-columns.ts';

type RecordCellProps = { column: ColumnKey; record: CompletionRecord; heading: boolean };
type Look = Pick<ComponentProps<typeof Cell>, 'quiet' | 'number' | 'phone'> & { named?: boolean; nowrap?: boolean };

/** On the phone: name and state in the first line, the rest below, with their names where the value alone would not say. */
const LOOKS: Record<ColumnKey, Look> = {
  name: { phone: 'wide', nowrap: true },
  staffNumber: { phone: 'wide', named: true },
  organisation: { phone: 'wide', quiet: true },
  unit: { phone: 'wide', quiet: true },
  staffGroup: { phone: 'wide', quiet: true },
  path: { phone: 'wide', quiet: true },
  module: { phone: 'wide' },
  state: { phone: 'corner' },
  completedOn: { phone: 'wide', named: true, nowrap: true },
  validUntil: { phone: 'wide', named: true, nowrap: true },
  version: { phone: 'none', number: true },
  minutes: { phone: 'none', number: true },
  reviewedBy: { phone: 'wide', named: true },
};

export function RecordCell({ column, record, heading }: RecordCellProps) {
  const { named, nowrap, ...look } = LOOKS[column];
  const words = plainValue(column, record);
  const name = named && words ? COLUMNS.find(({ key }) => key === column)?.heading : undefined;
  const value = nowrap ? <span className="nowrap">{words}</span> : words;
  if (heading) return <Cell heading>{value}</Cell>;
  return (
    <Cell {...look} {...(name && { name })}>
      {column === 'state' ? <Tag kind={record.state === 'completed' ? 'good' : 'part'}>{words}</Tag> : value}
    </Cell>
  );
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
    case 'organisation':
    case 'unit':
    case 'staffGroup':
    case 'path':
    case 'module':
    case 'version':
      return record[column];
  }
}
