import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { localInstant, localZone } from '../lib/device-time.ts';
import { uuidV7 } from '../lib/uuid-v7.ts';
import type { Content, Letter, Stamp } from './letter.ts';

const NAME = 'rounds';
const DEVICE = 'device';

type Draft = { owner: string; key: string; value: unknown; savedAt: string };

interface OutboxSchema extends DBSchema {
  /** One row: who this device is, and the number of its last action. */
  device: { key: string; value: { deviceId: string; seq: number } };
  letters: { key: string; value: Letter; indexes: { byOwner: [string, number] } };
  /** What is being written and is no action yet. */
  drafts: { key: [string, string]; value: Draft };
}

let opened: Promise<IDBPDatabase<OutboxSchema>> | null = null;

function database(): Promise<IDBPDatabase<OutboxSchema>> {
  opened ??= openDB<OutboxSchema>(NAME, 1, {
    upgrade(db) {
      db.createObjectStore('device');
      db.createObjectStore('letters', { keyPath: 'id' }).createIndex('byOwner', ['owner', 'seq']);
      db.createObjectStore('drafts', { keyPath: ['owner', 'key'] });
    },
    terminated() {
      opened = null;
    },
  }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

const allOf = (owner: string): IDBKeyRange => IDBKeyRange.bound([owner, 0], [owner, Infinity]);

/** Numbers an action and keeps it, in one transaction. Resolves once it is on the device. */
export async function appendLetter(owner: string, write: (stamp: Stamp) => Content): Promise<Letter> {
  const db = await database();
  const tx = db.transaction(['device', 'letters'], 'readwrite', { durability: 'strict' });
  const device = (await tx.objectStore('device').get(DEVICE)) ?? { deviceId: uuidV7(), seq: 0 };
  const seq = device.seq + 1;
  const at = localInstant(new Date());
  const id = uuidV7();
  const content = write({ id, deviceId: device.deviceId, seq, at, zone: localZone() });
  const letter: Letter = { id, owner, seq, savedAt: at, content, state: 'waiting', reason: null };
  await Promise.all([
    tx.objectStore('device').put({ ...device, seq }, DEVICE),
    tx.objectStore('letters').add(letter),
    tx.done,
  ]);
  return letter;
}

/** In the order in which they were done. */
export async function lettersOf(owner: string): Promise<Letter[]> {
  return (await database()).getAllFromIndex('letters', 'byOwner', allOf(owner));
}

export async function removeLetters(ids: readonly string[]): Promise<void> {
  const tx = (await database()).transaction('letters', 'readwrite');
  await Promise.all([...ids.map((id) => tx.store.delete(id)), tx.done]);
}

export async function setLetterAside(id: string, reason: NonNullable<Letter['reason']>): Promise<void> {
  const tx = (await database()).transaction('letters', 'readwrite');
  const letter = await tx.store.get(id);
  await Promise.all([letter && tx.store.put({ ...letter, state: 'set-aside', reason }), tx.done]);
}

export async function readDraft<T>(owner: string, key: string): Promise<T | null> {
  return ((await (await database()).get('drafts', [owner, key]))?.value as T | undefined) ?? null;
}

export async function keepDraft(owner: string, key: string, value: unknown): Promise<void> {
  await (await database()).put('drafts', { owner, key, value, savedAt: localInstant(new Date()) });
}

export async function dropDraft(owner: string, key: string): Promise<void> {
  await (await database()).delete('drafts', [owner, key]);
}

/** Forgets a person's drafts and letters on this device, in every organisation. */
export async function forgetPerson(personId: string): Promise<void> {
  const tx = (await database()).transaction(['letters', 'drafts'], 'readwrite');
  const theirs = (owner: string): boolean => owner.startsWith(`${personId}/`);
  const [letters, drafts] = [tx.objectStore('letters'), tx.objectStore('drafts')];
  for (const { id, owner } of await letters.getAll()) if (theirs(owner)) await letters.delete(id);
  for (const { key, owner } of await drafts.getAll()) if (theirs(owner)) await drafts.delete([owner, key]);
  await tx.done;
}

/** For tests: the next call opens the database anew. */
export async function closeDatabase(): Promise<void> {
  (await opened)?.close();
  opened = null;
}
