import type { RecordFilter } from '@rounds/contracts/completion-records';
import type { ReactNode } from 'react';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Select } from '../../ui/select.tsx';
import { CompletedFilter } from './completed-filter.tsx';
import { type FilterChoices, STATE_WORDS } from './filter-words.ts';
import type { FilterName, RecordSearch } from './record-search.ts';
import { SortedBy } from './sorted-by.tsx';

type Named = { id: string; name: string; depth?: number };

/** No-break spaces show how deep a unit lies: the browser's list drops ordinary ones. */
const choices = (all: string, named: readonly Named[]) => [
  { value: '', label: all },
  ...named.map(({ id, name, depth = 0 }) => ({ value: id, label: '\u00a0\u00a0'.repeat(depth) + name })),
];
const byName = (names: readonly string[]) => names.map((name) => ({ id: name, name }));
const STATES = choices(
  'All states',
  Object.entries(STATE_WORDS).map(([id, name]) => ({ id, name })),
);

type RecordFiltersProps = {
  filter: RecordFilter;
  choices: FilterChoices;
  /** Today in the organisation's time zone. */
  today: string;
  found: ReactNode;
  sorted: Pick<RecordSearch, 'sort' | 'direction'>;
  onChange: (changes: Record<string, string>, replace?: boolean) => void;
};

export function RecordFilters({ filter, choices: from, today, found, sorted, onChange }: RecordFiltersProps) {
  const { q = '', ...rest } = filter;
  const search = (words: string) => onChange({ q: words }, true);
  const pick = (name: FilterName) => ({
    small: true,
    name,
    value: filter[name] ?? '',
    onChange: ({ target }: { target: { value: string } }) => onChange({ [name]: target.value }),
  });
  const groups = choices('All staff groups', byName(from.staffGroups));
  return (
    <FilterBar
      search={<SearchField label="Name or staff number" name="q" value={q} onSearch={search} />}
      set={Object.keys(rest).length}
      found={found}
      moreSet={filter.path !== undefined || filter.staffGroup !== undefined}
      more={
        <>
          <Select {...pick('path')} label="Path" options={choices('All paths', from.paths)} />
          <Select {...pick('staffGroup')} label="Staff group" options={groups} />
        </>
      }
    >
      <Select {...pick('unit')} label="Unit" options={choices('All my units', from.units)} />
      <Select {...pick('module')} label="Module" options={choices('All modules', from.modules)} />
      <Select {...pick('state')} label="State" options={STATES} />
      <SortedBy sorted={sorted} onChange={onChange} />
      <CompletedFilter from={filter.from} to={filter.to} today={today} onChange={onChange} />
    </FilterBar>
  );
}
