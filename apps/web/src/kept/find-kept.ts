import { type QueryClient, type QueryKey } from '@tanstack/react-query';
import { meQuery } from '../api/me.queries.ts';
import type { KeptAnswer } from '../api/kept-answers.ts';
import { ownerOf } from '../outbox/letter.ts';
import { getKept, whoIsHere } from './kept-store.ts';
import { keptKeys } from './keys.ts';

/** What this device kept of an answer, for whoever is signed in or, before that is known, was last. */
export async function findKept(client: QueryClient, queryKey: QueryKey): Promise<KeptAnswer | null> {
  const me = client.getQueryData(meQuery.queryKey);
  const owner = me ? ownerOf(me) : await whoIsHere();
  return owner ? getKept(owner, keptKeys.answer(queryKey)) : null;
}
