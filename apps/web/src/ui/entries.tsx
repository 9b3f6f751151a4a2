import { type ReactNode, useId } from 'react';

/** A list of entries between hairlines: the body of every page. */
export function Entries({ children }: { children: ReactNode }) {
  return <div className="entries">{children}</div>;
}

type EntryProps = {
  /** What stands in the margin. */
  label: ReactNode;
  /** Action or source at the side; without it, `wide` lets the matter take both columns. */
  side?: ReactNode;
  wide?: boolean;
  id?: string;
  children: ReactNode;
};

/** Label in the margin, matter in the middle, action at the side; one column on the phone, in that order. */
export function Entry({ label, side, wide = false, id, children }: EntryProps) {
  const heading = useId();
  return (
    <section className="entry" aria-labelledby={heading} id={id}>
      <h2 id={heading}>{label}</h2>
      <div className={wide ? 'span' : undefined}>{children}</div>
      {side && <div className="side">{side}</div>}
    </section>
  );
}
