import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Fault } from '../lib/fault.mjs';
import { ROOT } from '../lib/paths.mjs';
import { copyBinaries, installedBinaries, versionFor } from './binaries.mjs';
import { postgresUser } from './run-as.mjs';

/** Where root may keep state that other users can reach; the first that can be written is taken. */
const REACHABLE_BY_ALL = ['/var/lib', '/var/tmp'];

function canEnter(folder, user) {
  const run = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...user, cwd: '/', stdio: 'ignore' });
  return run.status === 0;
}

function isOurs(folder) {
  const found = lstatSync(folder);
  return found.isDirectory() && found.uid === process.getuid() && (found.mode & 0o022) === 0;
}

/** Makes the folder, open for others to enter. /var/tmp is open to all, so one that somebody else put there is refused. */
function makeReachable(folder) {
  try {
    mkdirSync(folder);
    chmodSync(folder, 0o755);
  } catch (error) {
    if (error.code !== 'EEXIST') return false;
    if (!isOurs(folder)) throw new Fault(`${folder} belongs to somebody else. Move it away and start again.`);
  }
  return true;
}

const shortHash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 12);

function movedBase() {
  const name = `rounds-${shortHash(ROOT)}`;
  const base = REACHABLE_BY_ALL.map((parent) => path.join(parent, name)).find(makeReachable);
  if (!base) throw new Fault(`PostgreSQL's user cannot reach ${ROOT}, and no other place can be written.`);
  return base;
}

/**
 * Where a cluster and the binaries it runs with live. Normally that is `wanted` and node_modules; if the user that
 * PostgreSQL runs as cannot reach them (a checkout of root's, below a closed home folder), both move.
 * @returns {{ home: string, native: string, version: string, user: { uid?: number, gid?: number }, moved: boolean }}
 */
export function findHome(wanted) {
  const user = postgresUser();
  const installed = installedBinaries();
  mkdirSync(wanted, { recursive: true });
  const version = versionFor(installed, user);
  if (version && canEnter(wanted, user)) return { home: wanted, native: installed, version, user, moved: false };
  const base = movedBase();
  const native = copyBinaries(installed, base);
  const home = path.join(base, shortHash(wanted));
  makeReachable(home);
  return { home, native, version: versionFor(native, user), user, moved: true };
}
