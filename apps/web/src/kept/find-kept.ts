import { type QueryClient, type QueryKey } from '@tanstack/react-query';
import type { KeptAnswer } from '../api/kept-answers.ts';
import { meQuery } from '../api/me.queries.ts';
import { ownerOf } from '../outbox/letter.ts';
import { atItsPlace } from './at-its-place.ts';
import { getKept, whoIsHere } from './kept-store.ts';
import { keptKeys } from './keys.ts';

/** What this device kept of an answer, for whoever is signed in or, before that is known, was last. */
export async function findKept(client: QueryClient, queryKey: QueryKey): Promise<KeptAnswer | null> {
  const me = client.getQueryData(meQuery.queryKey);
  const owner = me ? ownerOf(me) : await whoIsHere();
  const kept = owner && (await getKept(owner, keptKeys.answer(queryKey)));
  return kept ? atItsPlace(owner, queryKey, kept) : null;
}
