import { useState } from 'react';
import { DateSpan } from '../../ui/date-span.tsx';
import { Select } from '../../ui/select.tsx';
import { completedPeriods } from './completed-periods.ts';

type CompletedFilterProps = {
  from: string | undefined;
  to: string | undefined;
  today: string;
  onChange: (changes: { from: string; to: string }) => void;
};

const OWN = 'own';

/** When it was completed: a span in words, or two dates of one's own. */
export function CompletedFilter({ from, to, today, onChange }: CompletedFilterProps) {
  const [own, setOwn] = useState(false);
  const periods = completedPeriods(today);
  const named = periods.find((period) => period.from === from && period.to === to);
  const any = from === undefined && to === undefined;
  const value = own || (!any && !named) ? OWN : (named?.key ?? '');
  function choose(key: string): void {
    setOwn(key === OWN);
    if (key === OWN) return;
    const period = periods.find((one) => one.key === key);
    onChange({ from: period?.from ?? '', to: period?.to ?? '' });
  }
  return (
    <>
      <Select
        small
        label="Completed"
        value={value}
        onChange={({ target }) => choose(target.value)}
        options={[
          { value: '', label: 'At any time' },
          ...periods.map(({ key, label }) => ({ value: key, label })),
          { value: OWN, label: 'Between two dates' },
        ]}
      />
      {value === OWN && <DateSpan from={from} to={to} onChange={onChange} />}
    </>
  );
}
