import { type ReactNode, useId } from 'react';
import styles from './panel.module.css';

/** A sheet beside the matter, for what belongs to the whole of it. It stays in sight at the desk. */
export function Panel({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  const heading = useId();
  return (
    <aside className={styles.panel} id={id} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {children}
    </aside>
  );
}

/** Matter and panel side by side at the desk, one below the other on the phone. */
export function WithPanel({ panel, children }: { panel: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.with}>
      <div className={styles.matter}>{children}</div>
      {panel}
    </div>
  );
}
