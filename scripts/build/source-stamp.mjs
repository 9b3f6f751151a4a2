import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../lib/paths.mjs';

const STAMP = '.sources';
const NEVER_BUILT = /\.test\.tsx?$/;

function filesBelow(source) {
  const full = path.join(ROOT, source);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [source];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !NEVER_BUILT.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** A hash of the names and contents of all files of these sources (files or folders, from the top folder). */
export function sourceStamp(sources) {
  const hash = createHash('sha256').update(process.version);
  for (const file of sources.flatMap(filesBelow)) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(ROOT, file)));
  }
  return hash.digest('hex');
}

/** True if the built folder was made from sources with this stamp, to its end. */
export function isBuiltFrom(builtDir, stamp) {
  const file = path.join(ROOT, builtDir, STAMP);
  return existsSync(file) && readFileSync(file, 'utf8') === stamp;
}

/** Marks a finished build. */
export function markBuilt(builtDir, stamp) {
  writeFileSync(path.join(ROOT, builtDir, STAMP), stamp);
}
