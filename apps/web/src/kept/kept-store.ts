import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

const NAME = 'rounds-kept';
const LAST = 'last';

/** Something kept for one person in one organisation. `at`: device time at which the server gave it. */
export type Kept = { owner: string; key: string; value: unknown; at: string; bytes: number };

interface KeptSchema extends DBSchema {
  kept: { key: [string, string]; value: Kept };
  /** One row: whose things this device opens when the server does not say who is signed in. */
  here: { key: string; value: string };
}

let opened: Promise<IDBPDatabase<KeptSchema>> | null = null;

function database(): Promise<IDBPDatabase<KeptSchema>> {
  opened ??= openDB<KeptSchema>(NAME, 1, {
    upgrade(db) {
      db.createObjectStore('kept', { keyPath: ['owner', 'key'] });
      db.createObjectStore('here');
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

const sizeOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** All keys of one owner that begin alike. */
const below = (owner: string, prefix: string): IDBKeyRange =>
  IDBKeyRange.bound([owner, prefix], [owner, `${prefix}\uFFFF`]);

export async function getKept(owner: string, key: string): Promise<Kept | null> {
  return (await (await database()).get('kept', [owner, key])) ?? null;
}

export async function putKept(owner: string, key: string, value: unknown, at: string): Promise<void> {
  await (await database()).put('kept', { owner, key, value, at, bytes: sizeOf(value) });
}

export async function listKept(owner: string, prefix = ''): Promise<Kept[]> {
  return (await database()).getAll('kept', below(owner, prefix));
}

export async function removeKept(owner: string, keys: readonly string[]): Promise<void> {
  const tx = (await database()).transaction('kept', 'readwrite');
  await Promise.all([...keys.map((key) => tx.store.delete([owner, key])), tx.done]);
}

/** Forgets what is kept for a person, in every organisation. */
export async function removeAllOf(personId: string): Promise<void> {
  await (await database()).delete('kept', IDBKeyRange.bound([`${personId}/`], [`${personId}0`]));
}

export async function whoIsHere(): Promise<string | null> {
  return (await (await database()).get('here', LAST)) ?? null;
}

/** Null: nobody's things open here until somebody has signed in. */
export async function setWhoIsHere(owner: string | null): Promise<void> {
  const db = await database();
  await (owner === null ? db.delete('here', LAST) : db.put('here', owner, LAST));
}

/** For tests: the next call opens the database anew. */
export async function closeKept(): Promise<void> {
  (await opened)?.close();
  opened = null;
}
