import type { QueryClient } from '@tanstack/react-query';
import { useOfflineView } from '../api/offline.zustand.ts';

/** Milliseconds between two looks for a server, while the page is seen and shows what this device kept. */
const LOOK_AGAIN = 20_000;

/** Asks the server again for what stands on the screens from an earlier visit. Returns what stops it. */
export function watchNetwork(client: QueryClient): () => void {
  const askAgain = (hashes: readonly string[]): void =>
    void client.invalidateQueries({ predicate: ({ queryHash }) => hashes.includes(queryHash) });
  const look = (): void => {
    const { since } = useOfflineView.getState();
    if (document.visibilityState === 'visible') askAgain(Object.keys(since));
  };
  // The server spoke: it is asked for all that was taken from the device.
  const stop = useOfflineView.subscribe(({ since }, before) => {
    const old = Object.keys(before.since);
    if (Object.keys(since).length === 0 && old.length > 0) askAgain(old);
  });
  const timer = setInterval(look, LOOK_AGAIN);
  window.addEventListener('online', look);
  return () => {
    stop();
    clearInterval(timer);
    window.removeEventListener('online', look);
  };
}
