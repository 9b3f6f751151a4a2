import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './crumbs.module.css';

/** The way up from this page. */
export function Crumbs({ to, children }: { to: string; children: ReactNode }) {
  return (
    <nav className={styles.crumbs} aria-label="Path">
      <Link to={to}>{children}</Link>
    </nav>
  );
}

/** What this page belongs to, where there is no way up to offer. */
export function Belongs({ children }: { children: ReactNode }) {
  return <p className={styles.here}>{children}</p>;
}
