import type { ReactNode } from 'react';
import { classNames } from '../lib/class-names.ts';
import styles from './notice.module.css';

type NoticeProps = {
  kind?: 'plain' | 'caution' | 'stop';
  /** Only for a failure that has just happened: it is read out at once. */
  alert?: boolean;
  children: ReactNode;
};

export function Notice({ kind = 'plain', alert = false, children }: NoticeProps) {
  return (
    <div className={classNames(styles.notice, kind !== 'plain' && styles[kind])} role={alert ? 'alert' : undefined}>
      {children}
    </div>
  );
}
