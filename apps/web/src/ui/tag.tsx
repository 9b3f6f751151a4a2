import type { ReactNode } from 'react';
import { classNames } from '../lib/class-names.ts';
import styles from './tag.module.css';

/**
 * `good` full ring, `due` and `part` half ring, `over` full square, `gone` open square, `plain` open ring.
 */
export type TagKind = 'plain' | 'good' | 'due' | 'part' | 'over' | 'gone';

/** A state: a shape and a word. */
export function Tag({ kind = 'plain', children }: { kind?: TagKind; children: ReactNode }) {
  return <span className={classNames(styles.tag, kind !== 'plain' && styles[kind])}>{children}</span>;
}
