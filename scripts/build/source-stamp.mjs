import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../lib/paths.mjs';

/** Outside the built folders: what is in those is served. */
const STAMPS = path.join(ROOT, 'node_modules', '.cache', 'rounds-build');
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

/** True if this was built from sources with this stamp, to its end, and the built file is still there. */
export function isBuiltFrom(name, stamp, builtFile) {
  const file = path.join(STAMPS, name);
  return existsSync(path.join(ROOT, builtFile)) && existsSync(file) && readFileSync(file, 'utf8') === stamp;
}

/** Marks a finished build. */
export function markBuilt(name, stamp) {
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(path.join(STAMPS, name), stamp);
}
