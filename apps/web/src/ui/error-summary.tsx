import { type MouseEvent, useEffect, useRef } from 'react';
import { count } from '../lib/words.ts';
import styles from './error-summary.module.css';

export type ErrorLine = { id: string; message: string };

function goToField(event: MouseEvent, id: string): void {
  const field = document.getElementById(id);
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.scrollIntoView({ block: 'center' });
}

/** Takes the focus each time `errors` is a new list; each line leads to its field. */
export function ErrorSummary({ errors }: { errors: readonly ErrorLine[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div className={styles.summary} ref={box} tabIndex={-1} role="alert" aria-labelledby="problems">
      <h2 id="problems">
        There {errors.length === 1 ? 'is' : 'are'} {count(errors.length, 'problem')}
      </h2>
      <ul>
        {errors.map(({ id, message }) => (
          <li key={id}>
            <a href={`#${id}`} onClick={(event) => goToField(event, id)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
