import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { SealedRow } from '../outbox/seal.ts';

/** One person's kept answers, modules and pictures. All but the owner's name is sealed. */
interface KeptSchema extends DBSchema {
  /** What each thing is called, how large it is and since when it is here: enough to list them. */
  facts: { key: string; value: SealedRow };
  /** The things themselves, under the same names. */
  things: { key: string; value: SealedRow };
}

export type KeptDatabase = IDBPDatabase<KeptSchema>;

/** Person and organisation whose things this device opens while the server does not say who is signed in. */
interface HereSchema extends DBSchema {
  here: { key: 'owner'; value: string };
}

const opened = new Map<string, Promise<KeptDatabase>>();
let here: Promise<IDBPDatabase<HereSchema>> | null = null;

/** Forgets an opening that failed, so that the next call tries again. */
function orForget<T>(opening: Promise<T>, forget: () => void): Promise<T> {
  return opening.catch((error: unknown) => {
    forget();
    throw error;
  });
}

export function keptDatabase(personId: string): Promise<KeptDatabase> {
  const known = opened.get(personId);
  if (known) return known;
  const forget = (): void => void opened.delete(personId);
  const opening = openDB<KeptSchema>(`rounds-kept-${personId}`, 1, {
    upgrade(db) {
      for (const store of ['facts', 'things'] as const) db.createObjectStore(store, { keyPath: 'name' });
    },
    terminated: forget,
  });
  opened.set(personId, orForget(opening, forget));
  return opened.get(personId) ?? opening;
}

export function hereDatabase(): Promise<IDBPDatabase<HereSchema>> {
  const forget = (): void => {
    here = null;
  };
  here ??= orForget(
    openDB<HereSchema>('rounds-here', 1, { upgrade: (db) => void db.createObjectStore('here'), terminated: forget }),
    forget,
  );
  return here;
}

/** For tests: the next call opens each database anew. */
export function reopenKept(): void {
  opened.clear();
  here = null;
}
