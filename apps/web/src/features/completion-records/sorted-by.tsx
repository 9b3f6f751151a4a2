import { Select } from '../../ui/select.tsx';
import { COLUMNS } from './record-columns.ts';
import type { RecordSearch } from './record-search.ts';

type SortedByProps = {
  sorted: Pick<RecordSearch, 'sort' | 'direction'>;
  onChange: (changes: { sort: string; direction: string }) => void;
};

const ORDERS = COLUMNS.flatMap(({ sort, heading }) => (sort ? [{ value: sort, label: heading }] : []));
const LATEST = { value: 'completedOn descending', label: 'Completed, latest first' };

/** On the phone, where the table has no headings to press. */
export function SortedBy({ sorted: { sort, direction }, onChange }: SortedByProps) {
  const value = `${sort} ${direction}` === LATEST.value ? LATEST.value : sort;
  return (
    <div className="phone-only">
      <Select
        small
        label="Sorted by"
        value={value}
        onChange={({ target }) => {
          const [by = '', way = ''] = target.value.split(' ');
          onChange({ sort: by, direction: way });
        }}
        options={[...ORDERS, LATEST]}
      />
    </div>
  );
}
