import type { ReactNode } from 'react';
import styles from './desk-head.module.css';
import { PageTitle } from './page-title.tsx';

type DeskHeadProps = {
  title: string;
  /** The way up, above the title. */
  crumb?: ReactNode;
  /** At the line's end: the time of the data, or an action. */
  side?: ReactNode;
  /** Below the title. */
  children?: ReactNode;
};

/** The head of a page of tables or panes: from edge to edge, where `PageHead` keeps a margin. */
export function DeskHead({ title, crumb, side, children }: DeskHeadProps) {
  return (
    <div className={styles.head}>
      {crumb}
      <div className={styles.line}>
        <PageTitle>{title}</PageTitle>
        {side}
      </div>
      {children}
    </div>
  );
}
