import type { ReactNode } from 'react';
import { classNames } from '../lib/class-names.ts';
import styles from './disclosure.module.css';

type DisclosureProps = {
  summary: ReactNode;
  /** Open at first; the person opens and closes it from then on. */
  open?: boolean;
  look?: 'plain' | 'link' | 'path' | 'side';
  /** The fold's inside keeps no indent. */
  flush?: boolean;
  children: ReactNode;
};

export function Disclosure({ summary, open = false, look = 'plain', flush = false, children }: DisclosureProps) {
  return (
    <details className={classNames(styles.fold, look !== 'plain' && styles[look])} open={open}>
      <summary>{summary}</summary>
      <div className={flush ? undefined : styles.in}>{children}</div>
    </details>
  );
}

/** Disclosures one below the other, with hairlines between. */
export function Folds({ flush = false, children }: { flush?: boolean; children: ReactNode }) {
  return <div className={classNames(styles.lines, flush && 'flush')}>{children}</div>;
}

type FoldLineProps = { name: ReactNode; fact: ReactNode; state: ReactNode; figure: ReactNode };

/** The summary of a `path` disclosure: name and fact, a state, and a figure at the end. */
export function FoldLine({ name, fact, state, figure }: FoldLineProps) {
  return (
    <>
      <span className={styles.pathname}>
        <b>{name}</b>
        <span className={styles.pathfact}>{fact}</span>
      </span>
      <span className={styles.pathstate}>{state}</span>
      <span className={styles.pathminutes}>{figure}</span>
    </>
  );
}
