import type { ComponentProps } from 'react';
import { FieldFrame, type FieldLook } from './field-frame.tsx';

/** Several lines of text with their label, hint and error. */
export function TextArea({
  label,
  hint,
  error,
  warning,
  small,
  narrow,
  id,
  ...area
}: FieldLook & ComponentProps<'textarea'>) {
  const look = { label, hint, error, warning, small, narrow };
  return (
    <FieldFrame {...look} id={id}>
      {(control) => <textarea rows={3} {...area} {...control} />}
    </FieldFrame>
  );
}
