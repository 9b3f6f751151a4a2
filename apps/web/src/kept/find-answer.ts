import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query';
import type { KeptAnswer } from '../api/kept-answers.ts';
import { useOfflineView } from '../api/offline.zustand.ts';
import { isInstalled } from '../program/when-readable.ts';

/** What stands in for an answer: what this page had before, else what an installed program kept on the device. */
export async function findAnswer(client: QueryClient, key: QueryKey): Promise<KeptAnswer | null> {
  const shown = client.getQueryState(key);
  if (shown?.data === undefined) return isInstalled() ? (await import('./find-kept.ts')).findKept(client, key) : null;
  const since = useOfflineView.getState().since[hashKey(key)];
  return { value: shown.data, at: since ?? new Date(shown.dataUpdatedAt).toISOString() };
}
