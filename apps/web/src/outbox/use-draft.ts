import { useCallback, useEffect, useRef, useState } from 'react';
import { dropDraft, keepDraft, readDraft } from './drafts.idb.ts';
import { useOutbox } from './outbox-context.tsx';
import { sayRefused } from './outbox.zustand.ts';

type DraftHandle<T> = {
  value: T;
  /** Something is being written here, or was left behind: what the server knows does not take its place. */
  written: boolean;
  /** Keeps the value on this device at once. */
  set: (value: T) => void;
  /** Forgets it: it has become an action. What was written since then stays. */
  drop: (value: T) => Promise<void>;
  /** False until the device has been asked for an earlier draft. */
  ready: boolean;
};

type State<T> = { key: string; draft: { value: T } | null; ready: boolean };

/** The draft of a key as far as it is known: what was left behind on the device until something is written here. */
function useLeftBehind<T>(owner: string, key: string) {
  const [state, setState] = useState<State<T>>({ key, draft: null, ready: false });
  const touched = useRef(false);
  const latest = useRef<T>(undefined);
  const show = useCallback(
    (draft: State<T>['draft']) => {
      touched.current = true;
      latest.current = draft?.value;
      setState({ key, draft, ready: true });
    },
    [key],
  );
  useEffect(() => {
    let current = true;
    touched.current = false;
    void readDraft<T>(owner, key)
      .catch(() => null)
      .then((kept) => {
        if (!current || touched.current) return;
        latest.current = kept ?? undefined;
        setState({ key, draft: kept === null ? null : { value: kept }, ready: true });
      });
    return () => {
      current = false;
    };
  }, [owner, key]);
  const isLatest = useCallback((value: T) => latest.current === value, []);
  return { state, show, isLatest };
}

/** A value in the making that outlives a reload. `first` stands, and may change, while none is kept under `key`. */
export function useDraft<T>(key: string, first: T): DraftHandle<T> {
  const { owner } = useOutbox();
  const { state, show, isLatest } = useLeftBehind<T>(owner, key);
  const set = useCallback(
    (value: T) => {
      show({ value });
      keepDraft(owner, key, value).catch(sayRefused);
    },
    [owner, key, show],
  );
  const drop = useCallback(
    async (value: T) => {
      if (!isLatest(value)) return;
      show(null);
      await dropDraft(owner, key);
    },
    [owner, key, show, isLatest],
  );
  const draft = state.key === key ? state.draft : null;
  const value = draft ? draft.value : first;
  return { value, written: draft !== null, set, drop, ready: state.key === key && state.ready };
}
