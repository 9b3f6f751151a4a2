import { Children, type ReactNode } from 'react';
import styles from './facts.module.css';

/** Facts in a line: each child is one, its figure in `<b>`. */
export function Facts({ children }: { children: ReactNode }) {
  return <ul className={styles.facts}>{Children.map(children, (fact) => fact && <li>{fact}</li>)}</ul>;
}
