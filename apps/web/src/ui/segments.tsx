import type { ReactNode } from 'react';
import styles from './segments.module.css';

type SegmentsProps<V extends string> = {
  legend: ReactNode;
  name: string;
  /** Null while nothing is chosen. */
  value: V | null;
  options: readonly { value: V; label: string }[];
  onChange: (value: V) => void;
};

/** Two to four short answers side by side; a radio group by keyboard. */
export function Segments<V extends string>({ legend, name, value, options, onChange }: SegmentsProps<V>) {
  return (
    <fieldset>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.segments}>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
