import { createHash, randomBytes } from 'node:crypto';

/** A UUIDv7 (RFC 9562): time first, so that rows made together lie together. `random`: 16 bytes. */
export function v7(at: Date, random: Uint8Array = randomBytes(16)): string {
  const bytes = Buffer.from(random);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  return text(bytes, 7);
}

/** A UUIDv5 (RFC 9562): the same id for the same name, everywhere. */
export function v5(namespace: string, name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  return text(hash.subarray(0, 16), 5);
}

/** Marks the bytes with version and variant, and writes them out. */
function text(bytes: Buffer, version: number): string {
  bytes.writeUInt8((version << 4) | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
