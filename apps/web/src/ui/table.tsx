import type { ComponentProps, ReactNode, Ref } from 'react';
import { Link, type LinkProps } from 'react-router';
import { classNames } from '../lib/class-names.ts';
import styles from './table.module.css';

type TableProps = {
  caption?: ReactNode;
  captionHidden?: boolean;
  /** Column headings: one `Head` each. */
  head: ReactNode;
  /** Headings for the ear only. */
  headHidden?: boolean;
  /** On the phone each row becomes a small block; see `Cell`. */
  reflow?: boolean;
  /** No line below the last row, for a table inside an entry. */
  open?: boolean;
  records?: boolean;
  /** Names and values: the names keep one width at the desk. */
  facts?: boolean;
  children: ReactNode;
};

export function Table({
  caption,
  captionHidden,
  head,
  headHidden,
  reflow,
  open,
  records,
  facts,
  children,
}: TableProps) {
  return (
    <table
      className={classNames(
        styles.table,
        headHidden && styles.hiddenhead,
        reflow && styles.reflow,
        open && styles.open,
        records && styles.records,
        facts && styles.facts,
      )}
    >
      {caption && <caption className={captionHidden ? 'vh' : undefined}>{caption}</caption>}
      <thead>
        <tr>{head}</tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

export type Direction = 'ascending' | 'descending';
type HeadProps = { number?: boolean; children: ReactNode } & (
  | { sorted?: undefined; onSort?: undefined }
  | { sorted: Direction | null; onSort: () => void }
);

/** A column heading; with `onSort` it is a button that sorts by the column. */
export function Head({ number, sorted, onSort, children }: HeadProps) {
  return (
    <th scope="col" className={number ? styles.number : undefined} aria-sort={sorted ?? undefined}>
      {onSort ? (
        <button type="button" className={styles.sort} onClick={onSort}>
          {children}
        </button>
      ) : (
        children
      )}
    </th>
  );
}

type CellLook = {
  /** Row heading. */
  heading?: boolean;
  number?: boolean;
  quiet?: boolean;
  /** Phone: a line of its own / at the line's end / at the block's top corner / not shown. */
  phone?: 'wide' | 'end' | 'corner' | 'none';
  /** Phone: the column's name before the value. */
  name?: string;
};

export function Cell({
  heading,
  number,
  quiet,
  phone,
  name,
  ...rest
}: CellLook & Omit<ComponentProps<'td'>, 'className'>) {
  const className = classNames(
    number && styles.number,
    quiet && styles.quiet,
    phone && { wide: styles.wide, end: styles.end, corner: styles.corner, none: styles.deskonly }[phone],
  );
  if (heading) return <th scope="row" className={className || undefined} {...rest} />;
  return <td className={className || undefined} data-name={name} {...rest} />;
}

/** What a row is about, where it can be opened. */
export function RowLink(props: Omit<LinkProps, 'className'>) {
  return <Link {...props} className={styles.rowlink} />;
}

/** A wide table's own scroll: by touch, and by arrow keys when it has the focus. */
export function TableScroll({
  label,
  ref,
  children,
}: {
  label: string;
  ref?: Ref<HTMLDivElement>;
  children: ReactNode;
}) {
  return (
    <div className={styles.scroll} role="region" aria-label={label} tabIndex={0} ref={ref}>
      {children}
    </div>
  );
}
