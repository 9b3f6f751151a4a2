import { localInstant, localZone } from '../lib/device-time.ts';
import { uuidV7 } from '../lib/uuid-v7.ts';
import { clockOffset, storedKey } from './device.idb.ts';
import { keyOf } from './keys.ts';
import { type Content, type Letter, personOf, type Stamp } from './letter.ts';
import { type LetterRow, type PersonDatabase, personDatabase } from './person.idb.ts';
import { openRow, type PersonKey, rowName, sealRow } from './seal.ts';

const nameOf = (key: PersonKey, id: string): Promise<string> => rowName(key, `letter/${id}`);

/** Letters that were opened before, by row and state: a row's content changes only with its state. */
const seen = new Map<string, Letter>();

/**
 * The next number of this device. It has a transaction of its own, before sealing: IndexedDB ends a transaction while
 * WebCrypto works. A number that is then not used leaves a gap, which means nothing: ids make an event unique, and
 * numbers only order them.
 */
async function takeNumber(db: PersonDatabase): Promise<Pick<Stamp, 'deviceId' | 'seq'>> {
  const tx = db.transaction('device', 'readwrite');
  const device = (await tx.store.get('device')) ?? { deviceId: uuidV7(), seq: 0 };
  const next = { ...device, seq: device.seq + 1 };
  await Promise.all([tx.store.put(next, 'device'), tx.done]);
  return next;
}

async function newStamp(db: PersonDatabase): Promise<Stamp> {
  const [{ deviceId, seq }, offsetMs] = await Promise.all([takeNumber(db), clockOffset()]);
  const at = localInstant(new Date());
  return { id: uuidV7(), deviceId, seq, at, zone: localZone(), ...(offsetMs !== undefined && { offsetMs }) };
}

/** Numbers an action, seals it and keeps it. Resolves once it is on the device. */
export async function appendLetter(owner: string, write: (stamp: Stamp) => Content): Promise<Letter> {
  const [key, db] = await Promise.all([keyOf(owner), personDatabase(personOf(owner))]);
  const stamp = await newStamp(db);
  const { id, seq, at } = stamp;
  const letter: Letter = { id, owner, seq, savedAt: at, content: write(stamp), state: 'waiting', reason: null };
  const row = await letterRow(key, letter);
  const tx = db.transaction('letters', 'readwrite', { durability: 'strict' });
  await Promise.all([tx.store.add(row), tx.done]);
  return letter;
}

export async function letterRow(key: PersonKey, letter: Letter): Promise<LetterRow> {
  return { ...(await sealRow(key, await nameOf(key, letter.id), letter)), state: letter.state };
}

async function openLetter(key: PersonKey, row: LetterRow): Promise<Letter | null> {
  const known = seen.get(row.name + row.state);
  if (known) return known;
  const letter = await openRow<Letter>(key, row);
  if (letter) seen.set(row.name + row.state, letter);
  return letter;
}

async function openLetters(key: PersonKey): Promise<Letter[]> {
  const rows = await (await personDatabase(key.personId)).getAll('letters');
  const letters = await Promise.all(rows.map((row) => openLetter(key, row)));
  return letters.filter((letter) => letter !== null);
}

/** Person and organisation of each letter that waits, if this person's work is open on this device. */
export async function waitingOwners(personId: string): Promise<string[]> {
  const key = await storedKey();
  if (key?.personId !== personId) return [];
  const waiting = (await openLetters(key)).filter(({ state }) => state === 'waiting');
  return [...new Set(waiting.map(({ owner }) => owner))];
}

/** In the order in which they were done. What another key sealed stays where it is, and is not among them. */
export async function lettersOf(owner: string): Promise<Letter[]> {
  const letters = await openLetters(await keyOf(owner));
  return letters.filter((letter) => letter.owner === owner).toSorted((a, b) => a.seq - b.seq);
}

export async function removeLetters(owner: string, ids: readonly string[]): Promise<void> {
  const [key, db] = await Promise.all([keyOf(owner), personDatabase(personOf(owner))]);
  const names = await Promise.all(ids.map((id) => nameOf(key, id)));
  const tx = db.transaction('letters', 'readwrite');
  await Promise.all([...names.map((name) => tx.store.delete(name)), tx.done]);
}

/** Changes a letter's state; one that was sent in the meantime does not come back. */
async function changeLetter(owner: string, id: string, change: Pick<Letter, 'state' | 'reason'>): Promise<void> {
  const [key, db] = await Promise.all([keyOf(owner), personDatabase(personOf(owner))]);
  const row = await db.get('letters', await nameOf(key, id));
  const letter = row && (await openRow<Letter>(key, row));
  if (!letter) return;
  const changed = await letterRow(key, { ...letter, ...change });
  const tx = db.transaction('letters', 'readwrite');
  const still = await tx.store.getKey(changed.name);
  await Promise.all([still && tx.store.put(changed), tx.done]);
}

export function setLetterAside(owner: string, id: string, reason: NonNullable<Letter['reason']>): Promise<void> {
  return changeLetter(owner, id, { state: 'set-aside', reason });
}

/** A letter that was set aside waits to be sent again. */
export function tryLetterAgain(owner: string, id: string): Promise<void> {
  return changeLetter(owner, id, { state: 'waiting', reason: null });
}
