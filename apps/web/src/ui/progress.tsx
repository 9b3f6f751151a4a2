import type { CSSProperties } from 'react';
import { classNames } from '../lib/class-names.ts';
import styles from './progress.module.css';

/** One tick a step. Decoration: the words beside it say the same. */
export function Ticks({ total, at }: { total: number; at: number }) {
  return (
    <div className={styles.ticks} aria-hidden="true">
      {Array.from({ length: total }, (_, index) => (
        <i key={index} className={classNames(index < at && styles.done, index === at && styles.here) || undefined} />
      ))}
    </div>
  );
}

/** A part of a whole, from 0 to 1. Decoration: the words beside it say the same. */
export function Bar({ part }: { part: number }) {
  const at = { '--at': `${Math.min(1, Math.max(0, part)) * 100}%` } as CSSProperties;
  return (
    <span className={styles.bar} style={at} aria-hidden="true">
      <i />
    </span>
  );
}
