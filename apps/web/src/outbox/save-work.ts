import { localInstant } from '../lib/device-time.ts';
import { saveFile } from '../lib/save-file.ts';
import { makeHandIn } from './hand-in.ts';
import type { Letter } from './letter.ts';

const today = (): string => localInstant(new Date()).slice(0, 10);

/** Saves all that is not on the server as a file that only the server can open. */
export async function saveHandIn(owner: string): Promise<void> {
  saveFile(`rounds-hand-in-${today()}.json`, JSON.stringify(await makeHandIn(owner)), 'application/json');
}

/** Saves letters as they are, for the person to read or to show. */
export function saveLetters(letters: readonly Letter[]): void {
  const content = letters.map(({ content: { what, ...it }, savedAt, reason }) => ({ what, savedAt, reason, ...it }));
  saveFile(`rounds-set-aside-${today()}.json`, JSON.stringify(content, null, 2), 'application/json');
}
