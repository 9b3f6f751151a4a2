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
