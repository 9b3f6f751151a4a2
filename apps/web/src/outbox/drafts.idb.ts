import { localInstant } from '../lib/device-time.ts';
import { keyOf } from './keys.ts';
import { personOf } from './letter.ts';
import { personDatabase } from './person.idb.ts';
import { openRow, rowName, sealRow } from './seal.ts';

export type Draft = { owner: string; key: string; value: unknown; savedAt: string };

/** Sealing takes its time, and the second key press must not be kept before the first. */
let last: Promise<unknown> = Promise.resolve();

function inOrder<T>(act: () => Promise<T>): Promise<T> {
  const next = last.then(act, act);
  last = next.catch(() => undefined);
  return next;
}

async function place(owner: string, key: string) {
  const [sealing, db] = await Promise.all([keyOf(owner), personDatabase(personOf(owner))]);
  return { sealing, db, name: await rowName(sealing, `draft/${owner}/${key}`) };
}

export function readDraft<T>(owner: string, key: string): Promise<T | null> {
  return inOrder(async () => {
    const { sealing, db, name } = await place(owner, key);
    const row = await db.get('drafts', name);
    const draft = row && (await openRow<Draft>(sealing, row));
    return (draft?.value as T | undefined) ?? null;
  });
}

export function keepDraft(owner: string, key: string, value: unknown): Promise<void> {
  return inOrder(async () => {
    const { sealing, db, name } = await place(owner, key);
    const draft: Draft = { owner, key, value, savedAt: localInstant(new Date()) };
    await db.put('drafts', await sealRow(sealing, name, draft));
  });
}

export function dropDraft(owner: string, key: string): Promise<void> {
  return inOrder(async () => {
    const { db, name } = await place(owner, key);
    await db.delete('drafts', name);
  });
}
