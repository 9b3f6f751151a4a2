import { useCallback, useEffect, useRef, useState } from 'react';
import { dropDraft, keepDraft, readDraft } from './outbox.idb.ts';
import { useOutbox } from './outbox-context.tsx';

type DraftHandle<T> = {
  value: T;
  /** Keeps the value on this device at once. */
  set: (value: T) => void;
  /** Forgets it: it has become an action, or is not wanted. */
  drop: (next: T) => Promise<void>;
  /** False until the device has been asked for an earlier draft. */
  ready: boolean;
};

/** A value in the making that outlives a reload. `first` stands while the device keeps none under `key`. */
export function useDraft<T>(key: string, first: T): DraftHandle<T> {
  const { owner } = useOutbox();
  const [state, setState] = useState<{ key: string; value: T; ready: boolean }>({ key, value: first, ready: false });
  const touched = useRef(false);
  // Where the draft begins: a later one does not overwrite what is being written.
  const begin = useRef(first);
  if (state.key !== key) begin.current = first;
  useEffect(() => {
    let current = true;
    touched.current = false;
    void readDraft<T>(owner, key)
      .catch(() => null)
      .then((kept) => {
        if (current && !touched.current) setState({ key, value: kept ?? begin.current, ready: true });
      });
    return () => {
      current = false;
    };
  }, [owner, key]);
  const set = useCallback(
    (value: T) => {
      touched.current = true;
      setState({ key, value, ready: true });
      void keepDraft(owner, key, value);
    },
    [owner, key],
  );
  const drop = useCallback(
    async (next: T) => {
      touched.current = true;
      setState({ key, value: next, ready: true });
      await dropDraft(owner, key);
    },
    [owner, key],
  );
  return { value: state.key === key ? state.value : first, set, drop, ready: state.key === key && state.ready };
}
