import type { HandInFile } from '@rounds/contracts/hand-in';
import { fromBase64url } from './base64url.ts';
import { handInSecret, type Key, P256 } from './hand-in-secret.ts';

/** `privateKey`: the server's, which `file.keyId` names. Null for a file that was damaged or sealed to another key. */
export async function openHandIn(privateKey: Key, file: HandInFile): Promise<Uint8Array | null> {
  try {
    const ephemeral = await crypto.subtle.importKey('spki', fromBase64url(file.ephemeralKey), P256, false, []);
    const key = await handInSecret(privateKey, ephemeral, file);
    const opening = { name: 'AES-GCM', iv: fromBase64url(file.iv) };
    return new Uint8Array(await crypto.subtle.decrypt(opening, key, fromBase64url(file.sealed)));
  } catch {
    return null;
  }
}
