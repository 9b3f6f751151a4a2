import type { QueryClient } from '@tanstack/react-query';
import { meQuery } from '../api/me.queries.ts';
import { useOfflineView } from '../api/offline.zustand.ts';
import { isSlow } from '../lib/connection.ts';
import { ownerOf } from '../outbox/letter.ts';
import { sendLook } from '../outbox/send-look.ts';
import { keepProgram } from '../program/worker.ts';
import { AnswerKeeper } from './keep-answers.ts';
import { keepBegun } from './keep-begun.ts';
import { refreshKept } from './refresh-kept.ts';
import { watchNetwork } from './watch-network.ts';

/** Milliseconds in which the page that was opened comes first. */
const AFTERWARDS = 3_000;

/** All that makes the product open without a network. Begun once a page can be read. */
export function startKeeping(client: QueryClient): void {
  new AnswerKeeper(client).start();
  keepBegun(client);
  watchNetwork(client);
  void keepProgram();
  const trySendingLook = (): void => void sendLook(client).catch(() => undefined);
  window.addEventListener('online', trySendingLook);
  setTimeout(trySendingLook, AFTERWARDS);
  setTimeout(() => void refreshOnce(client).catch(() => undefined), AFTERWARDS);
}

/** Once a visit, and never on a connection that somebody pays for or waits for. */
async function refreshOnce(client: QueryClient): Promise<void> {
  const me = client.getQueryData(meQuery.queryKey);
  const isOffline = Object.keys(useOfflineView.getState().since).length > 0;
  if (me && !isOffline && !isSlow()) await refreshKept(client, ownerOf(me));
}
