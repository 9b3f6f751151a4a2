import { createHash } from 'node:crypto';

/** Fixed for ever: every installation gives the library the same ids. */
const NAMESPACE = '6f1c3a52-0b7e-4d0c-9a4e-52d1b9f0c3e7';

export const pathIdOf = (path: string): string => uuidOf(`path/${path}`);
export const moduleIdOf = (module: string): string => uuidOf(`module/${module}`);
/** `version` is `major.minor`. */
export const versionIdOf = (module: string, version: string): string => uuidOf(`version/${module}@${version}`);
/** Quiz items and knowledge checks; the same in every version of the module. */
export const itemIdOf = (module: string, item: string): string => uuidOf(`item/${module}/${item}`);

/** UUIDv5 (RFC 9562, section 5.5): SHA-1 of namespace and name, with version and variant set. */
export function uuidOf(name: string, namespace = NAMESPACE): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
