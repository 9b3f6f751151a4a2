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
