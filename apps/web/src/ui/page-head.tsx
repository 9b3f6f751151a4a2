import type { ReactNode } from 'react';
import { PageTitle } from './page-title.tsx';

type PageHeadProps = {
  title: string;
  /** A fact above the title, as the date. */
  above?: ReactNode;
  /** What stands in the margin: the way back up. */
  crumb?: ReactNode;
  /** Actions at the side. */
  side?: ReactNode;
  /** Below the title. */
  children?: ReactNode;
};

/** The head of a page, on the same three edges as its entries. */
export function PageHead({ title, above, crumb, side, children }: PageHeadProps) {
  if (crumb === undefined && side === undefined) {
    return (
      <div className="head">
        {above && <p className="fact">{above}</p>}
        <PageTitle>{title}</PageTitle>
        {children && <div className="stack below">{children}</div>}
      </div>
    );
  }
  return (
    <div className="grid3 lede">
      {crumb ?? <div className="wide-only" aria-hidden="true" />}
      <div className="stack">
        {above && <p className="fact">{above}</p>}
        <PageTitle>{title}</PageTitle>
        {children}
      </div>
      {side && <div className="side stack tight">{side}</div>}
    </div>
  );
}
