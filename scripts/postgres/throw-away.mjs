import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { stateDir } from '../lib/paths.mjs';
import { isAlive } from '../lib/processes.mjs';
import { findHome } from './home.mjs';
import { runningOn, shutDown } from './postmaster.mjs';
import { startServer } from './server.mjs';

/** Nothing in a test outlives the run, so nothing need reach the disk. */
const NO_DURABILITY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

async function discard(folder) {
  const pid = runningOn(path.join(folder, 'data'));
  if (pid) await shutDown(pid);
  rmSync(folder, { recursive: true, force: true });
}

/** Removes clusters whose maker was killed before it could; a folder's name begins with the maker's number. */
async function sweep(folder) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (!isAlive(Number.parseInt(name, 10))) await discard(path.join(folder, name));
  }
}

/**
 * A cluster of its own for tests and benchmarks, gone when it is stopped.
 * @param durable true: fsync as in production, for benchmarks; false: fast, for tests
 * @param settings further PostgreSQL settings
 */
export async function startThrowAway({ durable = false, settings = {} } = {}) {
  const place = findHome(path.join(stateDir(), 'throw-away'));
  await sweep(place.home);
  mkdirSync(place.home, { recursive: true });
  const folder = mkdtempSync(path.join(place.home, `${process.pid}-`));
  chmodSync(folder, 0o755);
  const server = await startServer(
    { ...place, home: folder },
    { settings: durable ? settings : { ...NO_DURABILITY, ...settings }, noSync: !durable },
  );
  return {
    ...server,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
