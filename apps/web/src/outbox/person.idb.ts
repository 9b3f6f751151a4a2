import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Letter } from './letter.ts';
import type { SealedRow } from './seal.ts';

/** A letter's row says in clear only whether it still waits. */
export type LetterRow = SealedRow & { state: Letter['state'] };

/** One person's work on this device. All but a counter and the letters' state is sealed. */
interface PersonSchema extends DBSchema {
  /** One row: who this device is to this person, and the number of the last action. */
  device: { key: 'device'; value: { deviceId: string; seq: number } };
  letters: { key: string; value: LetterRow };
  /** What is being written and is no action yet. */
  drafts: { key: string; value: SealedRow };
  /** The first receipt for each version, and when the server last took something. */
  facts: { key: string; value: SealedRow };
}

export type PersonDatabase = IDBPDatabase<PersonSchema>;

const opened = new Map<string, Promise<PersonDatabase>>();

export async function personDatabase(personId: string): Promise<PersonDatabase> {
  const known = opened.get(personId);
  if (known) return known;
  const forget = (): void => void opened.delete(personId);
  const opening = openDB<PersonSchema>(`rounds-person-${personId}`, 1, {
    upgrade(db) {
      db.createObjectStore('device');
      for (const store of ['letters', 'drafts', 'facts'] as const) db.createObjectStore(store, { keyPath: 'name' });
    },
    terminated: forget,
  }).catch((error: unknown) => {
    forget();
    throw error;
  });
  opened.set(personId, opening);
  return opening;
}

/** For tests: the next call opens each database anew. What is under way goes to its end. */
export function reopenPersons(): void {
  opened.clear();
}
