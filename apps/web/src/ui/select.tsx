import type { ComponentProps } from 'react';
import { FieldFrame, type FieldLook } from './field-frame.tsx';

export type SelectOption = { value: string; label: string };
type SelectProps = FieldLook & Omit<ComponentProps<'select'>, 'children'> & { options: readonly SelectOption[] };

/** The browser's own list: it is the best one on every phone. */
export function Select({ label, hint, error, warning, small, narrow, id, options, ...select }: SelectProps) {
  const look = { label, hint, error, warning, small, narrow };
  return (
    <FieldFrame {...look} id={id}>
      {(control) => (
        <select {...select} {...control}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
