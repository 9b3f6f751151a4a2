import type { ComponentProps } from 'react';
import { FieldFrame, type FieldLook } from './field-frame.tsx';

/** One line of text with its label, hint and error. */
export function Field({
  label,
  hint,
  error,
  warning,
  small,
  narrow,
  id,
  ...input
}: FieldLook & ComponentProps<'input'>) {
  const look = { label, hint, error, warning, small, narrow };
  return (
    <FieldFrame {...look} id={id}>
      {(control) => <input type="text" {...input} {...control} />}
    </FieldFrame>
  );
}
