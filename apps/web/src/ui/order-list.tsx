import { useState } from 'react';
import { classNames } from '../lib/class-names.ts';
import { plainText } from '../lib/plain-text.ts';
import styles from './order-list.module.css';

export type OrderLine = { id: string; html: string };

type OrderListProps = {
  label: string;
  /** In the order shown. */
  lines: readonly OrderLine[];
  /** True once the order is the person's own and not the one it came in. */
  chosen: boolean;
  onOrder: (ids: string[]) => void;
};

function moved(ids: readonly string[], from: number, to: number): string[] {
  const next = ids.toSpliced(from, 1);
  return next.toSpliced(to, 0, ids[from] ?? '');
}

type MoveProps = { way: 'up' | 'down'; words: string; off: boolean; onMove: () => void };

/** Stays focusable at the list's end, so that the focus is not lost when a line arrives there. */
function Move({ way, words, off, onMove }: MoveProps) {
  return (
    <button type="button" aria-label={`Move ${way}: ${words}`} aria-disabled={off} onClick={off ? undefined : onMove}>
      <span className={styles[way]} aria-hidden="true" />
    </button>
  );
}

/** Lines that are put in order with two buttons each; the place of a moved line is read out. */
export function OrderList({ label, lines, chosen, onOrder }: OrderListProps) {
  const [said, setSaid] = useState('');
  const ids = lines.map(({ id }) => id);
  function move(from: number, to: number, way: 'up' | 'down', button: HTMLElement | null): void {
    onOrder(moved(ids, from, to));
    setSaid(`Moved ${way}, now ${to + 1} of ${ids.length}`);
    // The browser drops the focus of a line that React takes out and puts in again.
    requestAnimationFrame(() => button?.focus());
  }
  return (
    <>
      <ol className={classNames(styles.list, chosen && styles.chosen)} aria-label={label}>
        {lines.map(({ id, html }, at) => {
          const words = plainText(html);
          const act = (way: 'up' | 'down', to: number) => () =>
            move(at, to, way, document.activeElement as HTMLElement | null);
          return (
            <li key={id}>
              <span className={styles.place}>{at + 1}</span>
              <span dangerouslySetInnerHTML={{ __html: html }} />
              <span className={styles.moves}>
                <Move way="up" words={words} off={at === 0} onMove={act('up', at - 1)} />
                <Move way="down" words={words} off={at === ids.length - 1} onMove={act('down', at + 1)} />
              </span>
            </li>
          );
        })}
      </ol>
      <p className="vh" role="status">
        {said}
      </p>
    </>
  );
}
