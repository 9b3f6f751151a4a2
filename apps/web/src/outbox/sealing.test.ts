import { describe, expect, test } from '@jest/globals';
import { readDeviceKey } from '@rounds/contracts/device-key';
import { recordEvents } from '@rounds/contracts/event';
import { submitAttempt } from '@rounds/contracts/attempt';
import { openDB } from 'idb';
import { VERSION } from '../../test/factories.ts';
import { reload, withFreshDevice } from '../../test/fresh-device.ts';
import { handle, noAnswer, refusal, withServer } from '../../test/server.ts';
import { offsetFrom } from './clock.ts';
import { clockOffset, dropStoredKey, storeClockOffset, storedKey, storeKey } from './device.idb.ts';
import { keepDraft, readDraft } from './drafts.idb.ts';
import { keepFirstReceipt, receiptOf } from './facts.idb.ts';
import { openPerson, sealNow } from './keys.ts';
import type { Content, Stamp } from './letter.ts';
import { migrate } from './migrate.ts';
import { appendLetter, lettersOf, removeLetters, setLetterAside, tryLetterAgain } from './outbox.idb.ts';
import { sendLetters } from './outbox.sender.ts';
import { personDatabase } from './person.idb.ts';
import { sendPending } from './send-pending.ts';

const OWNER = 'person-1/organisation-1';
const OTHER = 'person-2/organisation-1';
const SECRET = 'the words of a private note';

withFreshDevice();
const server = withServer();

const note =
  (text: string) =>
  (stamp: Stamp): Content => ({
    what: 'event',
    event: { ...stamp, v: 1, kind: 'note-saved', versionId: VERSION, cardId: 'one', text },
  });

/** All that is on the device of a person, as text: what somebody with the disk can read. */
async function onDisk(personId: string): Promise<string> {
  const db = await personDatabase(personId);
  const rows = await Promise.all([db.getAll('letters'), db.getAll('drafts'), db.getAll('facts')]);
  const readable = (value: unknown): unknown =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value;
  return JSON.stringify(rows, (_, value) => readable(value));
}

describe('what is kept', () => {
  test('shows nothing of what it is, nor of which module it belongs to', async () => {
    const { id } = await appendLetter(OWNER, note(SECRET));
    await keepDraft(OWNER, `note/${VERSION}/one`, SECRET);
    await keepFirstReceipt(OWNER, VERSION, 'a receipt');
    const text = await onDisk('person-1');
    for (const word of [SECRET, VERSION, id, 'note', 'receipt', 'organisation']) expect(text).not.toContain(word);
    expect(await lettersOf(OWNER)).toMatchObject([{ id, content: { event: { text: SECRET } } }]);
    expect(await readDraft(OWNER, `note/${VERSION}/one`)).toBe(SECRET);
  });

  test('is opened by a key that cannot be taken out of the browser', async () => {
    await appendLetter(OWNER, note(SECRET));
    const key = await storedKey();
    expect(key?.content.extractable).toBe(false);
    expect(key?.names.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', key!.content)).rejects.toThrow();
  });

  test('opens without a network until it is sealed', async () => {
    await appendLetter(OWNER, note(SECRET));
    await reload();
    server.use(handle(readDeviceKey, noAnswer));
    expect(await lettersOf(OWNER)).toHaveLength(1);
    await sealNow();
    await reload();
    await expect(lettersOf(OWNER)).rejects.toThrow('The server did not answer');
    await expect(appendLetter(OWNER, note('more'))).rejects.toThrow('The server did not answer');
  });

  test('is all there at the next sign-in of its owner, and nothing was deleted', async () => {
    await appendLetter(OWNER, note(SECRET));
    await sealNow();
    await reload();
    expect(await lettersOf(OWNER)).toHaveLength(1);
    expect(await openPerson()).toBe('person-1');
  });

  test('is sealed by the sign-in of another person, who sees nothing of it', async () => {
    await appendLetter(OWNER, note(SECRET));
    expect(await lettersOf(OTHER)).toEqual([]);
    expect(await openPerson()).toBe('person-2');
    // The first person's page is still open: the session is no longer theirs.
    server.use(handle(readDeviceKey, () => refusal(409, 'stale')));
    await expect(lettersOf(OWNER)).rejects.toMatchObject({ code: 'stale' });
  });

  test('is closed in this page too once another tab has opened somebody else’s', async () => {
    await appendLetter(OWNER, note(SECRET));
    const key = await storedKey();
    await storeKey({ ...key!, personId: 'person-2' });
    await refused(lettersOf(OWNER));
    await dropStoredKey();
    await refused(lettersOf(OWNER));
  });

  test('asks for the key by the name of its owner, so that no other session’s key is taken for it', async () => {
    const asked: (string | null)[] = [];
    server.use(
      handle(readDeviceKey, ({ headers }) => {
        asked.push(headers.get('rounds-for'));
        return refusal(409, 'stale');
      }),
    );
    await expect(lettersOf(OWNER)).rejects.toMatchObject({ code: 'stale' });
    expect(asked).toEqual([OWNER]);
    expect(await storedKey()).toBeNull();
  });

  test('with a key that the server no longer gives stays where it is', async () => {
    await appendLetter(OWNER, note(SECRET));
    await sealNow();
    server.use(
      handle(readDeviceKey, () => ({
        keyId: 'another',
        key: Buffer.alloc(32, 7).toString('base64url'),
        handIn: { keyId: '', publicKey: '' },
      })),
    );
    expect(await lettersOf(OWNER)).toEqual([]);
    expect(await (await personDatabase('person-1')).count('letters')).toBe(1);
  });

  test('is not found under another name: a row cannot be moved', async () => {
    await appendLetter(OWNER, note('one'));
    const db = await personDatabase('person-1');
    const [row] = await db.getAll('letters');
    await db.put('letters', { ...row!, name: 'moved' });
    await reload();
    expect(await lettersOf(OWNER)).toHaveLength(1);
  });

  test('keeps the order of quick key presses', async () => {
    // The first takes far longer to seal than the last.
    const long = 'a'.repeat(4_000_000);
    await Promise.all([long, 'ab', 'abc'].map((value) => keepDraft(OWNER, 'note', value)));
    expect(await readDraft(OWNER, 'note')).toBe('abc');
  });
});

/** The server says that somebody else is signed in. */
async function refused(reading: Promise<unknown>): Promise<void> {
  server.use(handle(readDeviceKey, () => refusal(409, 'stale')));
  await expect(reading).rejects.toMatchObject({ code: 'stale' });
}

test('many actions at once each have their own number', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, number) => appendLetter(OWNER, note(`${number}`))));
  const numbers = (await lettersOf(OWNER)).map(({ seq }) => seq);
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, number) => number + 1));
});

test('a letter that was set aside can be tried again; one that was sent does not come back', async () => {
  const { id } = await appendLetter(OWNER, note('x'));
  await setLetterAside(OWNER, id, 'unknown-place');
  expect(await lettersOf(OWNER)).toMatchObject([{ state: 'set-aside', reason: 'unknown-place' }]);
  await tryLetterAgain(OWNER, id);
  expect(await lettersOf(OWNER)).toMatchObject([{ state: 'waiting', reason: null }]);
  answering();
  await sendLetters(OWNER);
  await setLetterAside(OWNER, id, 'unknown-place');
  expect(await lettersOf(OWNER)).toEqual([]);
});

test('a letter that is sent by one tab while another sets it aside is gone', async () => {
  const { id } = await appendLetter(OWNER, note('x'));
  await Promise.all([setLetterAside(OWNER, id, 'unknown-place'), removeLetters(OWNER, [id])]);
  expect(await lettersOf(OWNER)).toEqual([]);
});

type Body = { events: { id: string; offsetMs?: number }[]; receipts?: string[] };

/** A server that takes all, with its clock `ahead` of this device's; returns the bodies. */
function answering(ahead = 0): Body[] {
  const bodies: Body[] = [];
  server.use(
    handle(recordEvents, ({ body }) => {
      bodies.push(body as Body);
      const answers = (body as Body).events.map(({ id }) => ({ id, outcome: 'accepted' as const }));
      return { answers, serverTime: new Date(Date.now() + ahead).toISOString() };
    }),
  );
  return bodies;
}

describe('times', () => {
  test('a clock that is an hour behind is known from the first answer, and said with each action from then on', async () => {
    const bodies = answering(3_600_000);
    await appendLetter(OWNER, note('before'));
    await sendLetters(OWNER);
    await reload();
    await appendLetter(OWNER, note('after'));
    await sendLetters(OWNER);
    expect(bodies[0]?.events[0]).not.toHaveProperty('offsetMs');
    expect(Math.abs((bodies[1]?.events[0]?.offsetMs ?? 0) + 3_600_000)).toBeLessThan(1_000);
  });

  test.each([
    ['at once', 0, 100, 5_000],
    ['half of the trip taken off', 2_000, 100, 4_000],
    ['too slow to tell', 5_001, 100, null],
  ])('%s', (_, trip, at, expected) => {
    expect(offsetFrom(new Date(at).toISOString(), at + 5_000, trip)).toBe(expected);
  });

  test('an offset outlives what is known of a person', async () => {
    await storeClockOffset(1234.4);
    await sealNow();
    await reload();
    expect(await clockOffset()).toBe(1234);
  });

  test('the first receipt of a version stands, and goes with its events', async () => {
    await keepFirstReceipt(OWNER, VERSION, 'first');
    await keepFirstReceipt(OWNER, VERSION, 'second');
    expect(await receiptOf(OWNER, VERSION)).toBe('first');
    const bodies = answering();
    await appendLetter(OWNER, note('x'));
    await sendLetters(OWNER);
    expect(bodies[0]?.receipts).toEqual(['first']);
  });

  test('a time that counts by its arrival is told', async () => {
    server.use(
      handle(recordEvents, ({ body }) => ({
        answers: (body as Body).events.map(({ id }) => ({
          id,
          outcome: 'accepted' as const,
          timedBy: 'arrival' as const,
        })),
        serverTime: new Date().toISOString(),
      })),
    );
    await appendLetter(OWNER, note('x'));
    const told: boolean[] = [];
    await sendLetters(OWNER, { heard: { acknowledged: (_, byArrival) => told.push(byArrival) } });
    expect(told).toEqual([true]);
  });
});

describe('the service worker', () => {
  test('sends for each organisation of the person whose work is open', async () => {
    await appendLetter('person-1/organisation-2', note('there'));
    await appendLetter(OWNER, note('here'));
    await reload();
    const bodies = answering();
    await sendPending();
    expect(bodies).toHaveLength(2);
    expect(await lettersOf(OWNER)).toEqual([]);
  });

  test('leaves sealed work alone, and asks for no key', async () => {
    await appendLetter(OWNER, note('x'));
    await sealNow();
    const bodies = answering();
    server.use(handle(readDeviceKey, () => refusal(500, 'unexpected')));
    await sendPending();
    expect(bodies).toEqual([]);
  });

  test('asks to be woken again while no answer comes', async () => {
    await appendLetter(OWNER, note('x'));
    server.use(handle(recordEvents, noAnswer));
    await expect(sendPending()).rejects.toThrow('did not answer');
  });

  test('seals when the session is over', async () => {
    await appendLetter(OWNER, note('x'));
    server.use(
      handle(recordEvents, () => refusal(401, 'signed-out')),
      handle(submitAttempt, noAnswer),
    );
    await sendPending();
    expect(await storedKey()).toBeNull();
  });
});

describe('what waits in the database of an earlier edition', () => {
  async function earlier(owners: readonly string[]): Promise<void> {
    const db = await openDB('rounds', 1, {
      upgrade(old) {
        old.createObjectStore('device');
        old.createObjectStore('letters', { keyPath: 'id' }).createIndex('byOwner', ['owner', 'seq']);
        old.createObjectStore('drafts', { keyPath: ['owner', 'key'] });
      },
    });
    const deviceId = VERSION;
    await db.put('device', { deviceId, seq: 7 }, 'device');
    for (const [index, owner] of owners.entries()) {
      const id = `01a5c9ee-8b1c-7000-8000-00000000090${index}`;
      const at = '2027-03-11T13:52:00.000+00:00';
      const content = note('kept')({ id, deviceId, seq: index, at, zone: 'Europe/London' });
      await db.put('letters', { id, owner, seq: index, savedAt: at, content, state: 'waiting', reason: null });
      await db.put('drafts', { owner, key: 'note', value: 'half a wo', savedAt: at });
    }
    db.close();
  }
  const databases = async () => (await indexedDB.databases()).map(({ name }) => name);

  test('is moved for its owner alone, and goes with the last of it', async () => {
    await earlier([OWNER, OTHER]);
    expect(await migrate(OWNER)).toBe(true);
    expect(await lettersOf(OWNER)).toHaveLength(1);
    expect(await readDraft(OWNER, 'note')).toBe('half a wo');
    expect((await appendLetter(OWNER, note('next'))).content).toMatchObject({ event: { deviceId: VERSION, seq: 8 } });
    expect(await databases()).toContain('rounds');
    expect(await migrate(OTHER)).toBe(true);
    expect(await lettersOf(OTHER)).toHaveLength(1);
    expect(await databases()).not.toContain('rounds');
  });

  test('is not made where there is none', async () => {
    expect(await migrate(OWNER)).toBe(false);
    expect(await databases()).not.toContain('rounds');
  });
});
