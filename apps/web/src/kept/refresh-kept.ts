import { readModule } from '@rounds/contracts/catalogue';
import type { QueryClient } from '@tanstack/react-query';
import { catalogueQuery } from '../api/catalogue.queries.ts';
import { call } from '../api/client.ts';
import { isProblem } from '../api/problem-error.ts';
import { keepModule, type KeptModule, keptModulesQuery, noteModule } from './kept-modules.ts';
import { getKept, listKept, removeKept } from './kept-store.ts';
import { keptKeys } from './keys.ts';

const AN_HOUR = 60 * 60_000;
/** Milliseconds for which the server's word on what is newest holds. */
const FRESH = AN_HOUR;
const LIBRARY_FRESH = 24 * AN_HOUR;
/** Milliseconds after which a page that was looked at, and is of no kept module, goes. */
const FORGOTTEN = 60 * 24 * AN_HOUR;

const isOlder = (at: string, age: number): boolean => Date.now() - Date.parse(at) > age;

async function refreshModule(client: QueryClient, owner: string, kept: KeptModule): Promise<void> {
  const page = await call(readModule, { params: { moduleId: kept.moduleId } }).catch((error: unknown) => {
    // It may have been withdrawn; what is here stays until it is removed.
    if (isProblem(error)) return null;
    throw error;
  });
  if (page?.versionId === kept.versionId) await noteModule(client, owner, kept);
  // What was kept because it was begun stays in the version in which it was.
  else if (page && kept.chosen) await keepModule(client, owner, kept, page);
}

/** Asks, at a visit with a network, for newer versions of what is kept. The older one stays until the newer is whole. */
export async function refreshKept(client: QueryClient, owner: string): Promise<void> {
  const modules = await client.fetchQuery(keptModulesQuery(owner));
  for (const kept of modules) if (isOlder(kept.at, FRESH)) await refreshModule(client, owner, kept);
  const library = catalogueQuery({});
  const kept = await getKept(owner, keptKeys.answer(library.queryKey));
  if (!kept || isOlder(kept.at, LIBRARY_FRESH)) await client.fetchQuery({ ...library, staleTime: 0 });
  await forgetOld(owner, modules);
}

/** A page, a document or a picture that no kept module needs goes when nobody has looked at it for long. */
async function forgetOld(owner: string, modules: readonly KeptModule[]): Promise<void> {
  const needed = modules.flatMap(({ moduleId, versionId }) => [moduleId, versionId]);
  const old = (await listKept(owner)).filter(
    ({ key, at }) => isOlder(at, FORGOTTEN) && !needed.some((id) => key.includes(id)),
  );
  await removeKept(
    owner,
    old.map(({ key }) => key),
  );
}
