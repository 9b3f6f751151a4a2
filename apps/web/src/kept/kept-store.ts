import { keyOf, openPerson } from '../outbox/keys.ts';
import { personOf } from '../outbox/letter.ts';
import { openRow, type PersonKey, rowName, sealRow } from '../outbox/seal.ts';
import { hereDatabase, keptDatabase } from './kept.idb.ts';

/** Something kept for one person in one organisation. `at`: device time at which the server gave it. */
export type KeptFacts = { owner: string; key: string; at: string; bytes: number };
export type Kept = KeptFacts & { value: unknown };

const sizeOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;
const nameOf = (personKey: PersonKey, owner: string, key: string): Promise<string> =>
  rowName(personKey, `kept/${owner}/${key}`);

/** Null while the owner's things are sealed on this device: reading never waits for the server. */
export async function getKept(owner: string, key: string): Promise<Kept | null> {
  if ((await openPerson()) !== personOf(owner)) return null;
  const [personKey, db] = await Promise.all([keyOf(owner), keptDatabase(personOf(owner))]);
  const name = await nameOf(personKey, owner, key);
  const tx = db.transaction(['facts', 'things']);
  const [facts, thing] = await Promise.all([tx.objectStore('facts').get(name), tx.objectStore('things').get(name)]);
  const known = facts && (await openRow<KeptFacts>(personKey, facts));
  const value = thing && (await openRow<unknown>(personKey, thing));
  return known && value !== null && value !== undefined ? { ...known, value } : null;
}

export async function putKept(owner: string, key: string, value: unknown, at: string): Promise<void> {
  const [personKey, db] = await Promise.all([keyOf(owner), keptDatabase(personOf(owner))]);
  const name = await nameOf(personKey, owner, key);
  const facts: KeptFacts = { owner, key, at, bytes: sizeOf(value) };
  // Sealed first: a transaction does not wait for it.
  const [sealedFacts, sealedThing] = await Promise.all([
    sealRow(personKey, name, facts),
    sealRow(personKey, name, value),
  ]);
  const tx = db.transaction(['facts', 'things'], 'readwrite');
  await Promise.all([tx.objectStore('facts').put(sealedFacts), tx.objectStore('things').put(sealedThing), tx.done]);
}

/** What is kept for an owner, without the things themselves. */
export async function listKept(owner: string, prefix = ''): Promise<KeptFacts[]> {
  if ((await openPerson()) !== personOf(owner)) return [];
  const [personKey, db] = await Promise.all([keyOf(owner), keptDatabase(personOf(owner))]);
  const rows = await db.getAll('facts');
  const all = await Promise.all(rows.map((row) => openRow<KeptFacts>(personKey, row)));
  return all.filter((facts) => facts !== null).filter((facts) => facts.owner === owner && facts.key.startsWith(prefix));
}

export async function removeKept(owner: string, keys: readonly string[]): Promise<void> {
  const [personKey, db] = await Promise.all([keyOf(owner), keptDatabase(personOf(owner))]);
  const names = await Promise.all(keys.map((key) => nameOf(personKey, owner, key)));
  const tx = db.transaction(['facts', 'things'], 'readwrite');
  const [facts, things] = [tx.objectStore('facts'), tx.objectStore('things')];
  await Promise.all([...names.flatMap((name) => [facts.delete(name), things.delete(name)]), tx.done]);
}

/** Whose things open here without the server's word: the last one signed in, until their key is dropped. */
export async function whoIsHere(): Promise<string | null> {
  const owner = await (await hereDatabase()).get('here', 'owner');
  return owner !== undefined && (await openPerson()) === personOf(owner) ? owner : null;
}

export async function setWhoIsHere(owner: string): Promise<void> {
  await (await hereDatabase()).put('here', owner, 'owner');
}
