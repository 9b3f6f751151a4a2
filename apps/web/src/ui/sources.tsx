import styles from './sources.module.css';

export type Source = { id: string; words: string; address: string | null; fine: string };

/** Numbered sources; each can be reached from its number in the text. */
export function Sources({ sources, linked = false }: { sources: readonly Source[]; linked?: boolean }) {
  return (
    <ol className={styles.sources}>
      {sources.map(({ id, words, address, fine }) => (
        <li key={id} id={linked ? `source-${id}` : undefined} tabIndex={linked ? -1 : undefined}>
          {address ? (
            <a href={address} target="_blank" rel="noopener noreferrer">
              {words}
            </a>
          ) : (
            words
          )}
          . <span className={styles.fine}>{fine}</span>
        </li>
      ))}
    </ol>
  );
}
