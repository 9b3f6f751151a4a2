import type { ComponentProps, ReactNode } from 'react';
import { classNames } from '../lib/class-names.ts';
import styles from './choice.module.css';

type QuestionProps = {
  legend: ReactNode;
  /** `quiet` for a filter's heading. */
  legendLook?: 'question' | 'quiet' | 'none';
  id?: string;
  /** Between the question and the answers. */
  note?: ReactNode;
  children: ReactNode;
};

/** A question and whatever answers it; the question is the legend. */
export function Question({ legend, legendLook = 'question', id, note, children }: QuestionProps) {
  const legendClass = { question: undefined, quiet: styles.quietlegend, none: 'vh' }[legendLook];
  return (
    <fieldset className={styles.group} id={id} tabIndex={id === undefined ? undefined : -1}>
      <legend className={legendClass}>{legend}</legend>
      {note && <div className={styles.note}>{note}</div>}
      {children}
    </fieldset>
  );
}

type ChoicesProps = QuestionProps & {
  /** No lines and no ground: a list of ticks. */
  bare?: boolean;
  columns?: boolean;
};

/** A question with its answers below each other. */
export function Choices({ bare, columns, children, ...question }: ChoicesProps) {
  return (
    <Question {...question}>
      <div className={classNames(styles.choices, bare && styles.bare, columns && styles.columns)}>{children}</div>
    </Question>
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
