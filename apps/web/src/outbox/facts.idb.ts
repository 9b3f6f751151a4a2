import { keyOf } from './keys.ts';
import { personOf } from './letter.ts';
import { personDatabase } from './person.idb.ts';
import { openRow, rowName, sealRow } from './seal.ts';

async function place(owner: string, what: string) {
  const [key, db] = await Promise.all([keyOf(owner), personDatabase(personOf(owner))]);
  return { key, db, name: await rowName(key, what) };
}

async function readFact<T>(owner: string, what: string): Promise<T | null> {
  const { key, db, name } = await place(owner, what);
  const row = await db.get('facts', name);
  return row ? openRow<T>(key, row) : null;
}

async function keepFact(owner: string, what: string, value: unknown): Promise<void> {
  const { key, db, name } = await place(owner, what);
  await db.put('facts', await sealRow(key, name, value));
}

const receiptName = (versionId: string): string => `receipt/${versionId}`;

/** Keeps the receipt for a version if it is the first: it tells since when this device could do the work. */
export async function keepFirstReceipt(owner: string, versionId: string, receipt: string): Promise<void> {
  if ((await receiptOf(owner, versionId)) === null) await keepFact(owner, receiptName(versionId), receipt);
}

export function receiptOf(owner: string, versionId: string): Promise<string | null> {
  return readFact<string>(owner, receiptName(versionId));
}

/** Device time when the server last took something; null when it never did. */
export function lastAcknowledged(owner: string): Promise<string | null> {
  return readFact<string>(owner, `acknowledged/${owner}`);
}

export function keepAcknowledged(owner: string, at: string): Promise<void> {
  return keepFact(owner, `acknowledged/${owner}`, at);
}
