import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The library that comes with the product. */
export const LIBRARY_FOLDER = fileURLToPath(new URL('../library', import.meta.url));

/**
 * SHA-256, in hex, of every file's name and bytes: equal means that nothing in the folder has changed. Reads the
 * folder without parsing it, so that a start with a library it knows costs a few milliseconds.
 */
export async function fingerprintLibrary(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const files = await Promise.all(
    paths.map(async (path) => ({ name: path.slice(folder.length), bytes: await readFile(path) })),
  );
  const hash = createHash('sha256');
  for (const { name, bytes } of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    hash.update(`${name}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}
