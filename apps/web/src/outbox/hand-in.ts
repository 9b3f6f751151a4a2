import { HAND_IN_ATTEMPTS, HAND_IN_EVENTS, type HandInFile } from '@rounds/contracts/hand-in';
import { sealHandIn } from '@rounds/sealing/seal-hand-in';
import { localInstant } from '../lib/device-time.ts';
import { receiptOf } from './facts.idb.ts';
import { keyOf } from './keys.ts';
import { type Letter, versionOf } from './letter.ts';
import { lettersOf } from './outbox.idb.ts';

const RECEIPTS = 200;

async function receiptsFor(owner: string, letters: readonly Letter[]): Promise<string[]> {
  const versions = new Set(letters.map(versionOf).filter((versionId) => versionId !== null));
  const receipts = await Promise.all([...versions].map((versionId) => receiptOf(owner, versionId)));
  return receipts.filter((receipt) => receipt !== null).slice(0, RECEIPTS);
}

/**
 * All that is on this device and not on the server, sealed so that only the server can read it; what was set aside
 * too. It stays on the device until the server has it: both ways lead to the same record.
 */
export async function makeHandIn(owner: string): Promise<HandInFile> {
  const [key, letters] = await Promise.all([keyOf(owner), lettersOf(owner)]);
  const contents = letters.map(({ content }) => content);
  const events = contents.flatMap((content) => (content.what === 'event' ? [content.event] : []));
  const attempts = contents.flatMap((content) => (content.what === 'attempt' ? [content.attempt] : []));
  return sealHandIn(key.handIn, {
    owner,
    madeAt: localInstant(new Date()),
    events: events.slice(0, HAND_IN_EVENTS),
    attempts: attempts.slice(0, HAND_IN_ATTEMPTS),
    receipts: await receiptsFor(owner, letters),
  });
}
