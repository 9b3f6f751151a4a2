import { expect } from '@jest/globals';
import { loadLibrary } from '../src/load-library.ts';
import type { Library } from '../src/load-library.ts';
import { aLibrary } from './a-library.ts';
import type { Files } from './a-library.ts';
import { withLibrary } from './with-library.ts';

export const ITEMS = 'modules/first-module/items.yaml';
export const MODULE = 'modules/first-module/module.yaml';
export const cardFile = (name: string): string => `modules/first-module/cards/${name}.md`;
export const DECIDE = cardFile('05-decide');
export const SCENE = cardFile('06-at-the-bedside');

export const load = (files: Files): Promise<Library> => withLibrary(files, loadLibrary);

export type Change = { file: string; from: string | RegExp; to: string };

/** Changes one place of a faultless library; the place must exist. */
export function changed({ file, from, to }: Change): Files {
  const files = aLibrary();
  const before = String(files[file]);
  const after = before.replace(from, to);
  if (after === before) throw new Error(`Nothing to change in ${file}`);
  return { ...files, [file]: after };
}

/** What is wrong, the change that makes it so, a text on the line to be named, what to be told. */
export type FaultCase = [wrong: string, change: Change, needle: string, message: RegExp];

/** The change must be told as a fault of the first line that holds `needle`, and keep the module out. */
export async function expectFault(change: Change, needle: string, message: RegExp): Promise<void> {
  const files = changed(change);
  const text = String(files[change.file]);
  const line = text.slice(0, text.indexOf(needle)).split('\n').length;
  const library = await load(files);
  const said = library.faults.map((fault) => `${fault.file}:${fault.line}: ${fault.message}`);
  expect(said).toContainEqual(expect.stringMatching(new RegExp(`^${change.file}:${line}: .*${message.source}`, 'u')));
  expect(library.modules).toEqual([]);
}
