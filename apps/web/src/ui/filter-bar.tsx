import type { ReactNode } from 'react';
import { useIsDesk } from '../lib/use-media.ts';
import { Disclosure } from './disclosure.tsx';
import styles from './filter-bar.module.css';

type FilterBarProps = {
  /** The one field that is always there. */
  search: ReactNode;
  /** How many of the others are set: said on the phone, where they are folded. */
  set: number;
  /** What was found, and the ways on. */
  found: ReactNode;
  children: ReactNode;
};

/** Filters above a table: in a row at the desk, behind a fold on the phone. */
export function FilterBar({ search, set, found, children }: FilterBarProps) {
  const desk = useIsDesk();
  const fields = <div className={styles.set}>{children}</div>;
  return (
    <div className={styles.bar}>
      <div role="search" aria-label="Filters" className={styles.fields}>
        {search}
        {desk ? (
          fields
        ) : (
          <Disclosure look="link" flush summary={set === 0 ? 'Filters' : `Filters, ${set} set`}>
            {fields}
          </Disclosure>
        )}
      </div>
      <div className={styles.found}>{found}</div>
    </div>
  );
}
