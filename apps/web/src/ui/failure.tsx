import type { ReactNode } from 'react';
import { Entries, Entry } from './entries.tsx';
import { PageHead } from './page-head.tsx';

type FailureProps = {
  /** What this is, in the margin. */
  label: string;
  title: string;
  /** Only for what has just failed, not for a page that never was. */
  alert?: boolean;
  side: ReactNode;
  children: ReactNode;
};

/** A page that could not be shown: what happened, what is safe, what to do. */
export function Failure({ label, title, alert = false, side, children }: FailureProps) {
  return (
    <>
      <PageHead title={title} />
      <Entries>
        <Entry label={label} side={<div className="stack hair">{side}</div>}>
          <div className="stack tight" role={alert ? 'alert' : undefined}>
            {children}
          </div>
        </Entry>
      </Entries>
    </>
  );
}
