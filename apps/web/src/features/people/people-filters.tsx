import { Role } from '@rounds/contracts/actor';
import { PersonState } from '@rounds/contracts/people';
import { useSuspenseQuery } from '@tanstack/react-query';
import { unitsQuery } from '../../api/units.queries.ts';
import { PERSON_STATES } from '../../lib/person-state.ts';
import { ROLE_WORDS } from '../../lib/role-words.ts';
import { unitOptions } from '../../lib/unit-options.ts';
import { count } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Select, type SelectOption } from '../../ui/select.tsx';
import { useAddress, withFilters } from '../../ui/use-address.ts';
import { PEOPLE_FILTERS, readPeopleSearch } from './people-search.ts';

const ROLES = Role.options.map((value) => ({ value, label: ROLE_WORDS[value] }));
const STATES = PersonState.options.map((value) => ({ value, label: PERSON_STATES[value].words }));
const NONE = { q: '', unit: '', role: '', state: '' };

export function PeopleFilters({ rows, more }: { rows: number; more: boolean }) {
  const { data } = useSuspenseQuery(unitsQuery);
  const { asked: params, go } = useAddress();
  const asked = readPeopleSearch(params);
  const change = (changes: Record<string, string>, replace = false) => go(withFilters(params, changes), replace);
  const pick = (
    name: (typeof PEOPLE_FILTERS)[number],
    label: string,
    all: string,
    options: readonly SelectOption[],
  ) => (
    <Select
      small
      label={label}
      value={asked[name] ?? ''}
      onChange={({ target }) => change({ [name]: target.value })}
      options={[{ value: '', label: all }, ...options]}
    />
  );
  const set = PEOPLE_FILTERS.filter((name) => asked[name]).length;
  return (
    <FilterBar
      search={
        <SearchField
          label="Name, e-mail or staff number"
          name="q"
          value={asked.q ?? ''}
          onSearch={(q) => change({ q }, true)}
        />
      }
      set={set}
      found={<Found rows={rows} more={more} onClear={set > 0 || asked.q ? () => change(NONE) : null} />}
    >
      {pick('unit', 'Unit', 'All units', unitOptions(data.units))}
      {pick('role', 'Role', 'Any role, or none', ROLES)}
      {pick('state', 'Way in', 'All', STATES)}
    </FilterBar>
  );
}

function Found({ rows, more, onClear }: { rows: number; more: boolean; onClear: (() => void) | null }) {
  return (
    <>
      <p role="status">
        <b>{count(rows, 'person', 'people')}</b>
        {more && ' on this page, and more'}
      </p>
      {onClear && (
        <Button kind="text" onClick={onClear}>
          Clear filters
        </Button>
      )}
    </>
  );
}
