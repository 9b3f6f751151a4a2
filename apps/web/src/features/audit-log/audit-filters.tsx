import { Button } from '../../ui/button.tsx';
import { DateSpan } from '../../ui/date-span.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { Select } from '../../ui/select.tsx';
import { useAddress, withFilters } from '../../ui/use-address.ts';
import { actionInWords } from './audit-words.ts';
import { AUDIT_FILTERS, readAuditSearch } from './audit-search.ts';

const NONE = { person: '', action: '', from: '', to: '' };

export function AuditFilters({ actions }: { actions: readonly string[] }) {
  const { asked: params, go } = useAddress();
  const asked = readAuditSearch(params);
  const change = (changes: Record<string, string>) => go(withFilters(params, changes));
  const options = actions
    .map((action) => ({ value: action, label: actionInWords(action) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB'));
  const set = AUDIT_FILTERS.filter((name) => asked[name]).length;
  return (
    <FilterBar
      search={
        <Select
          small
          label="What was done"
          value={asked.action ?? ''}
          onChange={({ target }) => change({ action: target.value })}
          options={[{ value: '', label: 'Everything' }, ...options]}
        />
      }
      set={set}
      found={set > 0 && <Found onePerson={asked.person !== undefined} onClear={() => change(NONE)} />}
    >
      <DateSpan from={asked.from} to={asked.to} onChange={change} />
    </FilterBar>
  );
}

function Found({ onePerson, onClear }: { onePerson: boolean; onClear: () => void }) {
  return (
    <>
      {onePerson && <p>Only what one person did, or what was done to them.</p>}
      <Button kind="text" onClick={onClear}>
        Clear filters
      </Button>
    </>
  );
}
