import { type ReactNode, useId } from 'react';
import { classNames } from '../lib/class-names.ts';
import styles from './field.module.css';

export type FieldLook = {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and what to do; read out after the label. */
  error?: string | undefined;
  /** As `error`, for something to check rather than to mend. */
  warning?: ReactNode;
  small?: boolean | undefined;
  narrow?: boolean | undefined;
};

type ControlProps = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined };
type FieldFrameProps = FieldLook & { id?: string | undefined; children: (control: ControlProps) => ReactNode };

/** Label, hint and error, tied to the control that `children` draws. */
export function FieldFrame({ label, hint, error, warning, small, narrow, id, children }: FieldFrameProps) {
  const made = useId();
  const control = id ?? made;
  const described = [hint && `${control}-hint`, (error ?? warning) && `${control}-error`].filter(Boolean).join(' ');
  return (
    <div
      className={classNames(
        styles.field,
        small && styles.small,
        narrow && styles.narrow,
        error !== undefined && styles.bad,
        error === undefined && warning !== undefined && styles.warn,
      )}
    >
      <label htmlFor={control}>{label}</label>
      {hint && (
        <p className={styles.hint} id={`${control}-hint`}>
          {hint}
        </p>
      )}
      {(error ?? warning) && (
        <p className={styles.error} id={`${control}-error`}>
          <span className="vh">{error === undefined ? 'Check: ' : 'Error: '}</span>
          {error ?? warning}
        </p>
      )}
      {children({
        id: control,
        'aria-describedby': described || undefined,
        'aria-invalid': error === undefined ? undefined : true,
      })}
    </div>
  );
}
