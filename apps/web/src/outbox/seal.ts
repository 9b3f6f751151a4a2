import type { HandInKey } from '@rounds/contracts/device-key';

/** What one person's rows on this device are sealed with. Neither key can be taken out of the browser. */
export type PersonKey = {
  personId: string;
  keyId: string;
  /** AES-256-GCM, for what a row holds. */
  content: CryptoKey;
  /** HMAC-SHA-256, for the name of a row: the index says nothing of what is in it. */
  names: CryptoKey;
  /** What a hand-in file is sealed to. */
  handIn: HandInKey;
};

/** A row as it is on the device. `name` is random to whoever has no key. */
export type SealedRow = { name: string; keyId: string; sealed: Uint8Array<ArrayBuffer> };

const IV = 12;
const ACROSS = new TextEncoder();
const BACK = new TextDecoder();

/** Two keys from the server's one, so that none is used for two things (RFC 5869). */
export async function importKeys(raw: Uint8Array<ArrayBuffer>): Promise<Pick<PersonKey, 'content' | 'names'>> {
  const base = await crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveKey']);
  const from = (info: string) => ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: ACROSS.encode(info) });
  const [content, names] = await Promise.all([
    crypto.subtle.deriveKey(from('rounds-device/content'), base, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]),
    crypto.subtle.deriveKey(from('rounds-device/names'), base, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, [
      'sign',
    ]),
  ]);
  return { content, names };
}

/** The name of the row that keeps `what`: the same each time for this person, and nothing to anybody else. */
export async function rowName({ names }: PersonKey, what: string): Promise<string> {
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', names, ACROSS.encode(what)));
  return Array.from(mac.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A value as JSON, sealed together with the name of its row: it cannot be moved to another. */
export async function sealRow(key: PersonKey, name: string, value: unknown): Promise<SealedRow> {
  const iv = crypto.getRandomValues(new Uint8Array(IV));
  const algorithm = { name: 'AES-GCM', iv, additionalData: ACROSS.encode(name) };
  const content = await crypto.subtle.encrypt(algorithm, key.content, ACROSS.encode(JSON.stringify(value)));
  const sealed = new Uint8Array(IV + content.byteLength);
  sealed.set(iv);
  sealed.set(new Uint8Array(content), IV);
  return { name, keyId: key.keyId, sealed };
}

/** Null where the row was sealed with another key, or was changed since. It is left as it is. */
export async function openRow<T>(key: PersonKey, row: SealedRow): Promise<T | null> {
  if (row.keyId !== key.keyId) return null;
  const iv = row.sealed.subarray(0, IV);
  const algorithm = { name: 'AES-GCM', iv, additionalData: ACROSS.encode(row.name) };
  try {
    const content = await crypto.subtle.decrypt(algorithm, key.content, row.sealed.subarray(IV));
    return JSON.parse(BACK.decode(content)) as T;
  } catch {
    return null;
  }
}
