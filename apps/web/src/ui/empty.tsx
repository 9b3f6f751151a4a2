import type { ReactNode } from 'react';

/** Nothing is here: what that means, and what to do next. */
export function Empty({ title, action, children }: { title: string; action?: ReactNode; children?: ReactNode }) {
  return (
    <div className="stack tight">
      <h2>{title}</h2>
      {children}
      {action && <div className="row">{action}</div>}
    </div>
  );
}
