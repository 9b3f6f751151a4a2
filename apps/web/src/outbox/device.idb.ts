import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { PersonKey } from './seal.ts';

/** What this device knows of itself: at most one person's key at a time, and its clock. */
interface DeviceSchema extends DBSchema {
  open: { key: 'key'; value: PersonKey };
  clock: { key: 'offset'; value: number };
}

let opened: Promise<IDBPDatabase<DeviceSchema>> | null = null;

function database(): Promise<IDBPDatabase<DeviceSchema>> {
  const forget = (): void => {
    opened = null;
  };
  opened ??= openDB<DeviceSchema>('rounds-device', 1, {
    upgrade(db) {
      db.createObjectStore('open');
      db.createObjectStore('clock');
    },
    terminated: forget,
  }).catch((error: unknown) => {
    forget();
    throw error;
  });
  return opened;
}

/** The one key on this device, whoever's it is; null while it is sealed. */
export async function storedKey(): Promise<PersonKey | null> {
  return (await (await database()).get('open', 'key')) ?? null;
}

/** Keeps a person's key, and drops whoever's was there. */
export async function storeKey(key: PersonKey): Promise<void> {
  await (await database()).put('open', key, 'key');
}

export async function dropStoredKey(): Promise<void> {
  await (await database()).delete('open', 'key');
}

/** Milliseconds by which this device's clock is ahead of the server's, as last known. */
export async function clockOffset(): Promise<number | undefined> {
  return (await database()).get('clock', 'offset');
}

export async function storeClockOffset(offset: number): Promise<void> {
  await (await database()).put('clock', Math.round(offset), 'offset');
}

/** For tests: the next call opens the database anew. What is under way goes to its end. */
export function reopenDevice(): void {
  opened = null;
}
