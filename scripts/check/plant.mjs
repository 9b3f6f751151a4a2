import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Writes a file below a planted tree; an empty text leaves a file that is there as it is. */
export function plantFile(root, file, text) {
  const full = path.join(root, file);
  mkdirSync(path.dirname(full), { recursive: true });
  if (text !== '' || !existsSync(full)) writeFileSync(full, text);
}

/** Gives `work` an empty tree to plant violations in, and removes it afterwards. */
export async function inPlantedTree(work) {
  const root = mkdtempSync(path.join(os.tmpdir(), 'rounds-canaries-'));
  try {
    return await work(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
