import type { Query, QueryClient } from '@tanstack/react-query';
import { meQuery } from '../api/me.queries.ts';
import { useOfflineView } from '../api/offline.zustand.ts';
import { openPerson } from '../outbox/keys.ts';
import { ownerOf } from '../outbox/letter.ts';
import { putKept, setWhoIsHere } from './kept-store.ts';
import { keptKeys } from './keys.ts';

/** Milliseconds in which changes are kept together, counted from the first of them. */
const TOGETHER = 500;
/** Milliseconds until a key is looked for again. */
const LATER = 2_000;

const isKept = ({ meta, state }: Query): boolean => Boolean(meta?.['kept']) && state.status === 'success';

/** What of an answer is kept: all, or what its query says. */
function partOf({ meta, state }: Query): unknown {
  const part = meta?.['kept'];
  return typeof part === 'function' ? part(state.data) : state.data;
}

/** Keeps the answers that the screens have, as they change, for whoever is signed in. */
export class AnswerKeeper {
  readonly #client: QueryClient;
  readonly #changed = new Map<string, Query>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: QueryClient) {
    this.#client = client;
  }

  /** Takes what has come already, and then each change. Returns what stops it. */
  start(): () => void {
    const cache = this.#client.getQueryCache();
    for (const query of cache.getAll()) this.#note(query);
    const stop = cache.subscribe(({ type, query }) => type === 'updated' && this.#note(query));
    const whenHidden = (): void => {
      if (document.visibilityState === 'hidden') void this.flush();
    };
    document.addEventListener('visibilitychange', whenHidden);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', whenHidden);
      clearTimeout(this.#timer);
    };
  }

  #note(query: Query): void {
    if (!isKept(query)) return;
    this.#changed.set(query.queryHash, query);
    this.#timer ??= setTimeout(() => void this.flush(), TOGETHER);
  }

  #tryLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), LATER);
  }

  /** Resolves once all changes so far are on the device. A full storage keeps nothing, and all else goes on. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const me = this.#client.getQueryData(meQuery.queryKey);
    if (!me) return;
    // Nothing to seal it with: the key is on its way, or the owner has left.
    if ((await openPerson()) !== me.personId) return this.#tryLater();
    const owner = ownerOf(me);
    const queries = [...this.#changed.values()];
    this.#changed.clear();
    const { since } = useOfflineView.getState();
    try {
      await setWhoIsHere(owner);
      for (const query of queries) {
        const { queryKey, queryHash, state } = query;
        // What came from this device is no newer for having been shown.
        const at = since[queryHash] ?? new Date(state.dataUpdatedAt).toISOString();
        await putKept(owner, keptKeys.answer(queryKey), partOf(query), at);
      }
    } catch {
      // Tried again with the next change.
    }
  }
}
