import { readDeviceKey } from '@rounds/contracts/device-key';
import { call } from '../api/client.ts';
import { dropStoredKey, storedKey, storeKey } from './device.idb.ts';
import { personOf } from './letter.ts';
import { importKeys, type PersonKey } from './seal.ts';

/** This page's copy: it outlives the end of a session, so that work goes on until the page is closed. */
let held: PersonKey | null = null;
let asking: { owner: string; answer: Promise<PersonKey> } | null = null;

/** Base64url to bytes. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
}

async function askFor(owner: string): Promise<PersonKey> {
  const { keyId, key, handIn } = await call(readDeviceKey, {}, { sentFor: owner });
  const given = { personId: personOf(owner), keyId, handIn, ...(await importKeys(bytesOf(key))) };
  await storeKey(given);
  held = given;
  return given;
}

/** The owner's key, from the server whose session is the owner's; nobody else's key stays on this device then. */
export function fetchKey(owner: string): Promise<PersonKey> {
  if (asking?.owner !== owner) {
    const answer = askFor(owner).finally(() => {
      asking = null;
    });
    asking = { owner, answer };
  }
  return asking.answer;
}

/** The key that is here, or the server's. Rejects when there is none and no answer comes. */
export async function keyOf(owner: string): Promise<PersonKey> {
  const personId = personOf(owner);
  const stored = await storedKey();
  if (stored?.personId === personId) {
    held = stored;
    return stored;
  }
  // Somebody else has signed in on this device since.
  if (stored) held = null;
  return held?.personId === personId ? held : fetchKey(owner);
}

/** Whose work can be opened on this device without asking the server; null while it is sealed. */
export async function openPerson(): Promise<string | null> {
  return (await storedKey())?.personId ?? null;
}

/** The session has ended: what is kept can be opened on this device only after the owner signed in again. */
export async function sealAtExpiry(): Promise<void> {
  await dropStoredKey();
}

/** The same at once, in this page too: the owner has left. */
export async function sealNow(): Promise<void> {
  held = null;
  await dropStoredKey();
}

/** Another tab has sealed: nothing is opened here either. */
export function forgetKey(): void {
  held = null;
}
