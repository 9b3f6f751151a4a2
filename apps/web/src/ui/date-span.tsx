import { Field } from './field.tsx';

type DateSpanProps = {
  /** Days, as `2027-03-11`; both are included. */
  from: string | undefined;
  to: string | undefined;
  onChange: (span: { from: string; to: string }) => void;
};

/** Two days, either of which may be left open. */
export function DateSpan({ from = '', to = '', onChange }: DateSpanProps) {
  return (
    <>
      <Field
        small
        type="date"
        label="From"
        value={from}
        max={to || undefined}
        onChange={({ target }) => onChange({ from: target.value, to })}
      />
      <Field
        small
        type="date"
        label="To"
        value={to}
        min={from || undefined}
        onChange={({ target }) => onChange({ from, to: target.value })}
      />
    </>
  );
}
