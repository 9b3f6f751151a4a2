import { classNames } from '../lib/class-names.ts';
import styles from './prose.module.css';

type ProseProps = { html: string; className?: string };

/** HTML that the server made safe when the text was published. */
export function Prose({ html, className }: ProseProps) {
  return <div className={classNames(styles.prose, className)} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** The same, as the paper of an invented tool. */
export function Sheet({ html }: { html: string }) {
  return <div className={styles.sheet} dangerouslySetInnerHTML={{ __html: html }} />;
}
