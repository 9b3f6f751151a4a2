import type { ReactNode } from 'react';
import { classNames } from '../lib/class-names.ts';
import styles from './kept-line.module.css';

type KeptLineProps = { at: 'device' | 'server'; loud?: boolean; children: ReactNode };

/** Where work is kept, in words, read out politely when it changes. */
export function KeptLine({ at, loud = false, children }: KeptLineProps) {
  return (
    <p
      className={classNames(styles.kept, at === 'server' && styles.server, loud && styles.loud)}
      role="status"
      aria-live="polite"
    >
      {children}
    </p>
  );
}
