import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../lib/paths.mjs';

const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', 'library', 'test-results']);

/** Files below these folders, from the top folder, whose name matches: what somebody wrote, not what was built. */
export function sourceFiles(folders, pattern) {
  return folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
      const file = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : sourceFiles([file], pattern);
      return pattern.test(entry.name) && !entry.name.endsWith('.d.ts') ? [file] : [];
    }),
  );
}
