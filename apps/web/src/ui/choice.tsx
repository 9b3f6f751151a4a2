import type { ComponentProps, ReactNode } from 'react';
import { classNames } from '../lib/class-names.ts';
import styles from './choice.module.css';

type ChoicesProps = {
  legend: ReactNode;
  /** `quiet` for a filter's heading. */
  legendLook?: 'question' | 'quiet' | 'none';
  /** No lines and no ground: a list of ticks. */
  bare?: boolean;
  columns?: boolean;
  id?: string;
  /** Between the question and the answers. */
  note?: ReactNode;
  children: ReactNode;
};

/** A question and its answers; the question is the legend. */
export function Choices({ legend, legendLook = 'question', bare, columns, id, note, children }: ChoicesProps) {
  const legendClass = { question: undefined, quiet: styles.quietlegend, none: 'vh' }[legendLook];
  return (
    <fieldset className={styles.group} id={id} tabIndex={id === undefined ? undefined : -1}>
      <legend className={legendClass}>{legend}</legend>
      {note}
      <div className={classNames(styles.choices, bare && styles.bare, columns && styles.columns)}>{children}</div>
    </fieldset>
  );
}

type ChoiceProps = Omit<ComponentProps<'input'>, 'type' | 'children'> & {
  type: 'radio' | 'checkbox';
  hint?: ReactNode;
  children: ReactNode;
};

/** One answer: the whole card is the target. */
export function Choice({ hint, children, ...input }: ChoiceProps) {
  return (
    <label className={styles.choice}>
      <input {...input} />
      <span>
        {children}
        {hint && <span className={styles.choicehint}>{hint}</span>}
      </span>
    </label>
  );
}
