import type { ReactNode } from 'react';
import styles from './field.module.css';

/** What is wrong with a group of answers, said as a field says it. */
export function FaultLine({ children }: { children: ReactNode }) {
  return (
    <p className={styles.error}>
      <span className="vh">Error: </span>
      {children}
    </p>
  );
}
