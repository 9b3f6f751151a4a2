import { type CSSProperties, useEffect, useState } from 'react';
import styles from './skeleton.module.css';

/** Milliseconds before anything is shown: a quick answer shows no flicker. */
const PATIENCE = 500;
const LINES = ['62%', '100%', '88%'];

/** Lines stand where the words will stand. Nothing moves. */
export function Skeleton() {
  return (
    <div className={styles.skeleton} aria-hidden="true">
      {LINES.map((long) => (
        <i key={long} style={{ '--long': long } as CSSProperties} />
      ))}
    </div>
  );
}

/** Says what is being fetched, after half a second and only then. */
export function Loading({ what }: { what: string }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="stack tight" role="status" aria-live="polite" aria-busy="true">
      {shown && (
        <>
          <p className="fact">Fetching {what}</p>
          <Skeleton />
        </>
      )}
    </div>
  );
}
