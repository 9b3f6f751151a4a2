import type { LearnerDocument } from '@rounds/contracts/learner-document';
import type { Query, QueryClient } from '@tanstack/react-query';
import { moduleQuery } from '../api/catalogue.queries.ts';
import { meQuery } from '../api/me.queries.ts';
import { ownerOf } from '../outbox/letter.ts';
import { noteModule } from './kept-modules.ts';
import { getKept } from './kept-store.ts';
import { keptKeys } from './keys.ts';

const isDocument = ({ queryKey: [what, , part], state }: Query): boolean =>
  what === 'version' && part === 'document' && state.status === 'success';

/** A module that was begun stays on this device by itself; its pictures are kept as they are shown. */
async function keep(client: QueryClient, { moduleId, versionId, title }: LearnerDocument): Promise<void> {
  const me = client.getQueryData(meQuery.queryKey);
  if (!me) return;
  const owner = ownerOf(me);
  if (await getKept(owner, keptKeys.module(moduleId))) return;
  await noteModule(client, owner, { moduleId, versionId, title, chosen: false });
  await client.prefetchQuery(moduleQuery(moduleId));
}

/** Returns what stops it. */
export function keepBegun(client: QueryClient): () => void {
  const cache = client.getQueryCache();
  const look = (query: Query): void => {
    // A full storage keeps nothing, and all else goes on.
    if (isDocument(query)) void keep(client, query.state.data as LearnerDocument).catch(() => undefined);
  };
  for (const query of cache.getAll()) look(query);
  return cache.subscribe(({ type, query }) => type === 'updated' && look(query));
}
