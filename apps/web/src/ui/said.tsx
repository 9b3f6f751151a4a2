import styles from './kept-line.module.css';

/** What was just done and is on the server now: read out politely when it changes, no space while there is nothing. */
export function Said({ words }: { words: string }) {
  return (
    <p className={words ? `${styles.kept} ${styles.server}` : 'vh'} role="status" aria-live="polite">
      {words}
    </p>
  );
}
