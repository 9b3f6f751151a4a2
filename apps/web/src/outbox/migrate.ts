import { deleteDB, openDB } from 'idb';
import { keepDraft, type Draft } from './drafts.idb.ts';
import { keyOf } from './keys.ts';
import { type Letter, personOf } from './letter.ts';
import { letterRow } from './outbox.idb.ts';
import { personDatabase } from './person.idb.ts';

/** The one database of all persons, unsealed, as it was before each had their own. */
const OLD = 'rounds';
const STORES = ['device', 'letters', 'drafts'] as const;

type OldDevice = { deviceId: string; seq: number };

async function oldDatabase() {
  const there = await indexedDB.databases();
  if (!there.some(({ name }) => name === OLD)) return null;
  const db = await openDB(OLD);
  if (STORES.every((store) => db.objectStoreNames.contains(store))) return db;
  db.close();
  return null;
}

/** Goes on counting where the old database was, so that one device stays one. */
async function takeOverDevice(personId: string, device: OldDevice | undefined): Promise<void> {
  const tx = (await personDatabase(personId)).transaction('device', 'readwrite');
  const own = await tx.store.get('device');
  await Promise.all([device && !own && tx.store.put(device, 'device'), tx.done]);
}

/** Moves what waits of the owner's person into the sealed database; the old one goes with its last row. */
export async function migrate(owner: string): Promise<boolean> {
  const old = await oldDatabase();
  if (!old) return false;
  const personId = personOf(owner);
  const key = await keyOf(owner);
  const isTheirs = (row: { owner: string }): boolean => personOf(row.owner) === personId;
  const letters = ((await old.getAll('letters')) as Letter[]).filter(isTheirs);
  const drafts = ((await old.getAll('drafts')) as Draft[]).filter(isTheirs);
  await takeOverDevice(personId, (await old.get('device', 'device')) as OldDevice | undefined);
  const rows = await Promise.all(letters.map((letter) => letterRow(key, letter)));
  const tx = (await personDatabase(personId)).transaction('letters', 'readwrite', { durability: 'strict' });
  await Promise.all([...rows.map((row) => tx.store.put(row)), tx.done]);
  for (const draft of drafts) await keepDraft(draft.owner, draft.key, draft.value);
  for (const { id } of letters) await old.delete('letters', id);
  for (const draft of drafts) await old.delete('drafts', [draft.owner, draft.key]);
  const isEmpty = (await old.count('letters')) + (await old.count('drafts')) === 0;
  old.close();
  if (isEmpty) await deleteDB(OLD);
  return letters.length > 0;
}
