import { createHash } from 'node:crypto';
import { v5, v7 } from '../../platform/uuid.ts';

/** Our own; names the ids of the story. */
const STORY = '0b9d5a5e-58f0-4d57-9a7e-2f6d1c3a7e44';

/** What a device would make at that moment, but the same at every telling, so that the product knows it again. */
export function eventId(at: Date, ...parts: readonly string[]): string {
  return v7(at, createHash('sha256').update(parts.join('\n')).digest().subarray(0, 16));
}

/** A device of one person. */
export function deviceId(who: string, device: string): string {
  return v5(STORY, `${who}\n${device}`);
}
