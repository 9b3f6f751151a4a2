import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { text } from './text.ts';

/** The server's public key that hand-in files are sealed to: P-256, SPKI in base64url. */
export const HandInKey = z.object({ keyId: text(64), publicKey: text(200) });
export type HandInKey = z.infer<typeof HandInKey>;

/**
 * What a device seals a person's kept work with. `key`: 32 bytes in base64url, for AES-256-GCM; the same whenever the
 * person asks, on any device. `keyId` tells whether something was sealed with it, and nothing of the key.
 */
export const DeviceKey = z.object({ keyId: text(64), key: text(43), handIn: HandInKey });
export type DeviceKey = z.infer<typeof DeviceKey>;

export const readDeviceKey = endpoint({
  method: 'GET',
  path: '/person/device-key',
  summary: 'The key that my kept work is sealed with on a device, and the one for hand-in files',
  audience: 'person',
  policy: 'member',
  response: DeviceKey,
});
