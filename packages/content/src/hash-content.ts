import { createHash } from 'node:crypto';

/** SHA-256, in hex, of a value's JSON with sorted keys: the same for the same content, however its file is laid out. */
export function hashContent(value: unknown): string {
  return hashBytes(JSON.stringify(value, sortKeys));
}

export const hashBytes = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
