import { createHash, randomBytes } from 'node:crypto';

/** A UUIDv7 (RFC 9562): time first, so that rows made together lie together. `random`: 16 bytes. */
export function v7(at: Date, random: Uint8Array = randomBytes(16)): string {
  const bytes = Buffer.from(random);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return text(bytes);
}

/** A UUIDv5 (RFC 9562): the same id for the same name, everywhere. */
export function v5(namespace: string, name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  const bytes = hash.subarray(0, 16);
  bytes[6] = 0x50 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return text(bytes);
}

function text(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
