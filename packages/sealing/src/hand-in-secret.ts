import { HAND_IN_INFO } from '@rounds/contracts/hand-in';
import type { HandInFile } from '@rounds/contracts/hand-in';

/** One of two keys of ECDH on P-256. */
export const P256 = { name: 'ECDH', namedCurve: 'P-256' };

/** As the browser and the server each know it. */
export type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

type Whose = Pick<HandInFile, 'keyId' | 'ephemeralKey'>;

/**
 * The key of one file, which its ephemeral and the server's key agree on: the secret of either one and the public half
 * of the other give the same.
 */
export async function handInSecret(own: Key, other: Key, { keyId, ephemeralKey }: Whose): Promise<Key> {
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, 256);
  const material = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const info = new TextEncoder().encode([HAND_IN_INFO, keyId, ephemeralKey].join('\n'));
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}
