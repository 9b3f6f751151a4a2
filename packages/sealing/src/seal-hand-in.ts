import type { HandInKey } from '@rounds/contracts/device-key';
import type { HandInContent, HandInFile } from '@rounds/contracts/hand-in';
import { fromBase64url, toBase64url } from './base64url.ts';
import { handInSecret, P256 } from './hand-in-secret.ts';

/** Seals work to the server's key. Works without a network; whoever seals cannot open it again. */
export async function sealHandIn({ keyId, publicKey }: HandInKey, content: HandInContent): Promise<HandInFile> {
  const server = await crypto.subtle.importKey('spki', fromBase64url(publicKey), P256, false, []);
  const ephemeral = await crypto.subtle.generateKey(P256, false, ['deriveBits']);
  const ephemeralKey = toBase64url(new Uint8Array(await crypto.subtle.exportKey('spki', ephemeral.publicKey)));
  const key = await handInSecret(ephemeral.privateKey, server, { keyId, ephemeralKey });
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(content));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain);
  return {
    format: 'rounds-hand-in',
    v: 1,
    keyId,
    ephemeralKey,
    iv: toBase64url(iv),
    sealed: toBase64url(new Uint8Array(sealed)),
  };
}
