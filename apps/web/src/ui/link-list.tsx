import type { ReactNode } from 'react';
import styles from './link-list.module.css';

/** Places to go and things to do, one a line, as large as a thumb. */
export function LinkList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className={styles.list} aria-label={label}>
      {children}
    </nav>
  );
}
