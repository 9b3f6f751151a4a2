import type { ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import { classNames } from '../lib/class-names.ts';
import styles from './listing.module.css';

/** A list whose lines begin with a figure; `faceted` keeps a third column at the desk. */
export function Listing({
  faceted = false,
  flush = false,
  children,
}: {
  faceted?: boolean;
  flush?: boolean;
  children: ReactNode;
}) {
  return <ol className={classNames(styles.listing, faceted && styles.faceted, flush && 'flush')}>{children}</ol>;
}

type LineProps = { figure: ReactNode; unit: ReactNode; facet?: ReactNode; children: ReactNode };

export function Line({ figure, unit, facet, children }: LineProps) {
  return (
    <li>
      <p className={styles.figure}>
        {figure} <small>{unit}</small>
      </p>
      <div className="stack hair">{children}</div>
      {facet && <div className={classNames(styles.facet, 'stack hair')}>{facet}</div>}
    </li>
  );
}

/** The serif title of a thing that can be opened. */
export function TitleLink(props: LinkProps) {
  return (
    <h3 className={styles.title}>
      <Link {...props} />
    </h3>
  );
}
