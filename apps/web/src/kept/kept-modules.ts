import { type ModulePage, readModule } from '@rounds/contracts/catalogue';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { moduleQuery } from '../api/catalogue.queries.ts';
import { call } from '../api/client.ts';
import { documentQuery } from '../api/version.queries.ts';
import { placeIn, versionStateQuery } from '../outbox/version-state.ts';
import { getKept, type KeptFacts, listKept, putKept, removeKept } from './kept-store.ts';
import { keptKeys } from './keys.ts';
import { keepPicturesOf } from './pictures.ts';

/** A module on this device. `chosen`: somebody asked for it; else it was kept because it was begun. */
export type KeptModule = {
  moduleId: string;
  versionId: string;
  title: string;
  chosen: boolean;
  /** Device time at which the server last said that this is the newest version. */
  at: string;
  /** With its pictures and the learner's place in it, as they are stored. */
  bytes: number;
};
type Note = Pick<KeptModule, 'moduleId' | 'versionId' | 'title' | 'chosen'>;

const answersOf = (versionId: string): string[] =>
  ['document', 'state'].map((part) => keptKeys.answer(['version', versionId, part]));

function belongsTo({ moduleId, versionId }: Note): (kept: KeptFacts) => boolean {
  const keys = new Set([keptKeys.answer(['module', moduleId]), ...answersOf(versionId)]);
  return ({ key }) => keys.has(key) || key.startsWith(keptKeys.picturesOf(versionId));
}

/** In the order of their titles. */
async function listModules(owner: string): Promise<KeptModule[]> {
  const all = await listKept(owner);
  const modules: KeptModule[] = [];
  for (const { key, at } of all.filter((kept) => kept.key.startsWith(keptKeys.modules))) {
    const note = (await getKept(owner, key))?.value as Note | undefined;
    if (!note) continue;
    const bytes = all.filter(belongsTo(note)).reduce((sum, kept) => sum + kept.bytes, 0);
    modules.push({ ...note, at, bytes });
  }
  return modules.toSorted((a, b) => a.title.localeCompare(b.title));
}

/** Asked of the device, not of the server. */
export const keptModulesQuery = (owner: string) =>
  queryOptions({ queryKey: ['kept-modules', owner], queryFn: () => listModules(owner), staleTime: 0, gcTime: 0 });

export async function noteModule(client: QueryClient, owner: string, note: Note): Promise<void> {
  await putKept(owner, keptKeys.module(note.moduleId), note, new Date().toISOString());
  await client.invalidateQueries({ queryKey: keptModulesQuery(owner).queryKey });
}

async function forgetVersion(owner: string, versionId: string): Promise<void> {
  const pictures = await listKept(owner, keptKeys.picturesOf(versionId));
  await removeKept(owner, [...answersOf(versionId), ...pictures.map(({ key }) => key)]);
}

/** Whether a learner is in the middle of a version: then its place is in it, and it stays. */
function isBegun(client: QueryClient, owner: string, versionId: string): boolean {
  const state = client.getQueryData(versionStateQuery(owner, versionId).queryKey);
  return Boolean(state && state.progress.viewedCardIds.length > 0 && !state.passedAttemptId);
}

/**
 * Keeps all of a module's newest version. The older one goes once the newer one is whole. Throws when something of it
 * did not come.
 */
export async function keepModule(
  client: QueryClient,
  owner: string,
  { moduleId, chosen }: Pick<Note, 'moduleId' | 'chosen'>,
  page?: ModulePage,
): Promise<void> {
  const module = page ?? (await call(readModule, { params: { moduleId } }));
  client.setQueryData(moduleQuery(moduleId).queryKey, module);
  const { versionId, title } = module;
  const state = versionStateQuery(owner, versionId);
  const document = await client.ensureQueryData(documentQuery(versionId));
  const place = placeIn(await client.ensureQueryData(state));
  await keepPicturesOf(owner, document);
  const at = new Date().toISOString();
  await putKept(owner, keptKeys.answer(moduleQuery(moduleId).queryKey), module, at);
  await putKept(owner, keptKeys.answer(documentQuery(versionId).queryKey), document, at);
  // Here and not a moment later with the other answers: the page that was told may be closed by then.
  await putKept(owner, keptKeys.answer(state.queryKey), place, at);
  const before = (await listModules(owner)).find((kept) => kept.moduleId === moduleId);
  await noteModule(client, owner, { moduleId, versionId, title, chosen: chosen || (before?.chosen ?? false) });
  const isOld = before && before.versionId !== versionId;
  if (isOld && !isBegun(client, owner, before.versionId)) await forgetVersion(owner, before.versionId);
}

export async function removeModule(client: QueryClient, owner: string, module: Note): Promise<void> {
  await forgetVersion(owner, module.versionId);
  await removeKept(owner, [keptKeys.module(module.moduleId), keptKeys.answer(moduleQuery(module.moduleId).queryKey)]);
  await client.invalidateQueries({ queryKey: keptModulesQuery(owner).queryKey });
}
