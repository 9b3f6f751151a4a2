import type { ReactNode } from 'react';
import { useIsDesk } from '../lib/use-media.ts';
import { Disclosure } from './disclosure.tsx';
import styles from './filter-bar.module.css';

type FilterBarProps = {
  /** The one field that is always there. */
  search: ReactNode;
  /** How many of the others are set: said on the phone, where they are folded. */
  set: number;
  /** Filters that are used less, behind a fold at the desk too; open while one of them is set. */
  more?: ReactNode;
  moreSet?: boolean;
  /** What was found, and the ways on. */
  found: ReactNode;
  children: ReactNode;
};

/** Filters above a table: in a row at the desk, behind a fold on the phone. */
export function FilterBar({ search, set, more, moreSet = false, found, children }: FilterBarProps) {
  const desk = useIsDesk();
  return (
    <div className={styles.bar}>
      <div role="search" aria-label="Filters" className={styles.fields}>
        {search}
        {desk ? (
          <div className={styles.set}>{children}</div>
        ) : (
          <Disclosure look="link" flush summary={set === 0 ? 'Filters' : `Filters, ${set} set`}>
            <div className={styles.set}>
              {children}
              {more}
            </div>
          </Disclosure>
        )}
        {desk && more && (
          <div className={styles.more}>
            <Disclosure look="link" flush open={moreSet} summary="More filters">
              <div className={styles.set}>{more}</div>
            </Disclosure>
          </div>
        )}
      </div>
      {found && <div className={styles.found}>{found}</div>}
    </div>
  );
}
