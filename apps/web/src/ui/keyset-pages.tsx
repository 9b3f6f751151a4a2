import { useEffect, useRef } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { Button } from './button.tsx';
import styles from './keyset-pages.module.css';

/** Where the page before lies: only the browser's own history knows the way back through keyset pages. */
type PageState = { first: number; canGoBack: boolean };

function pageState(state: unknown): PageState | null {
  return state !== null && typeof state === 'object' && 'canGoBack' in state ? (state as PageState) : null;
}

type KeysetPagesProps = {
  /** Rows on this page. */
  rows: number;
  nextCursor: string | null;
  /** "of 48", when the total is known. */
  of?: string | undefined;
};

/** The ways to the next page and back; `cursor` in the address says which page it is. */
export function KeysetPages({ rows, nextCursor, of }: KeysetPagesProps) {
  const { search, state } = useLocation();
  const navigate = useNavigate();
  const params = new URLSearchParams(search);
  const here = pageState(state);
  const first = params.has('cursor') ? here?.first : 1;
  const beginning = new URLSearchParams(params);
  beginning.delete('cursor');
  if (nextCursor) params.set('cursor', nextCursor);
  return (
    <nav className={styles.pages} aria-label="Pages">
      <p className="fact">
        {first === undefined ? `${rows} on this page` : `${first} to ${first + rows - 1}${of ? ` ${of}` : ''}`}
      </p>
      <div className="row">
        {here?.canGoBack && (
          <Button kind="text" onClick={() => void navigate(-1)}>
            Previous page
          </Button>
        )}
        {!here?.canGoBack && first !== 1 && (
          <Link className={styles.way} to={{ search: beginning.toString() }}>
            First page
          </Link>
        )}
        {nextCursor && (
          <Link
            className={styles.way}
            to={{ search: params.toString() }}
            state={{ first: (first ?? 1) + rows, canGoBack: true } satisfies PageState}
            preventScrollReset
          >
            Next page
          </Link>
        )}
      </div>
    </nav>
  );
}

/** For the region that holds the rows: takes the focus when another page of them has come. */
export function useFocusOnPage<E extends HTMLElement>(cursor: string | undefined) {
  const region = useRef<E>(null);
  const seen = useRef(cursor);
  useEffect(() => {
    if (seen.current === cursor) return;
    seen.current = cursor;
    region.current?.focus({ preventScroll: true });
    region.current?.scrollIntoView({ block: 'start' });
  }, [cursor]);
  return region;
}
