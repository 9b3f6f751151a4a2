import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's top folder. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What the launcher keeps between starts: embedded database, demo anchor. `ROUNDS_STATE_DIR` moves it. */
export function stateDir() {
  return path.resolve(ROOT, process.env.ROUNDS_STATE_DIR || '.rounds');
}
