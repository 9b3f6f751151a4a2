import type { ReactNode } from 'react';
import styles from './verdicts.module.css';

/** Answers, each with its shape, its words and why. */
export function Verdicts({ children }: { children: ReactNode }) {
  return <ul className={styles.verdicts}>{children}</ul>;
}

type VerdictProps = {
  kind: 'right' | 'wrong' | 'plain';
  /** "Your answer", "Right answer". */
  note?: ReactNode;
  what: ReactNode;
  why?: ReactNode;
};

export function Verdict({ kind, note, what, why }: VerdictProps) {
  return (
    <li className={kind === 'plain' ? undefined : styles[kind]}>
      <div className="stack hair">
        {note && <span className={styles.note}>{note}</span>}
        <div className={styles.what}>{what}</div>
        {why && <div className={styles.why}>{why}</div>}
      </div>
    </li>
  );
}
