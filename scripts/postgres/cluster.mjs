import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Fault } from '../lib/fault.mjs';

const SUPERUSER = 'postgres';
/** Owns the product's schema. It may make roles and databases, and is no superuser: row-level security can bind it. */
export const OWNER = 'rounds';
export const DATABASE = 'rounds';

const inUtc = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };

/** Options of a child process that runs as PostgreSQL's user. */
export function asUser(user) {
  return { ...user, cwd: '/', env: inUtc };
}

function run(place, program, args, input) {
  const result = spawnSync(path.join(place.native, 'bin', program), args, {
    ...asUser(place.user),
    input,
    encoding: 'utf8',
  });
  if (result.status === 0) return;
  throw new Fault(`${program} failed: ${result.error?.message ?? result.stderr.trim()}`);
}

function writeFor(user, file, text) {
  writeFileSync(file, text, { mode: 0o600 });
  if (user.uid !== undefined) chownSync(file, user.uid, user.gid);
}

function initialise(place, draft, password, noSync) {
  const passwordFile = `${draft}.password`;
  writeFor(place.user, passwordFile, password);
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${SUPERUSER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  try {
    run(place, 'initdb', ['-D', draft, ...access, ...locale, '--no-instructions', ...(noSync ? ['--no-sync'] : [])]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Single-user mode: no server listens while the owner has no password. */
function makeOwnerAndDatabase(place, draft, password) {
  const statements = [
    `CREATE ROLE ${OWNER} LOGIN CREATEDB CREATEROLE PASSWORD '${password}'`,
    `CREATE DATABASE ${DATABASE} OWNER ${OWNER}`,
  ];
  run(place, 'postgres', ['--single', '-D', draft, '-c', 'exit_on_error=on', 'postgres'], `${statements.join('\n')}\n`);
}

function refuseOtherMajor(place, dataDir) {
  const made = readFileSync(path.join(dataDir, 'PG_VERSION'), 'utf8').trim();
  const ours = place.version.split('.')[0];
  if (made === ours) return;
  throw new Fault(
    `The database in ${dataDir} was made by PostgreSQL ${made}; this version of Rounds comes with ${ours}. ` +
      `To keep it, dump it with PostgreSQL ${made} and set DATABASE_URL to a server of your own. ` +
      'A demo is made afresh by: npm run demo:reset',
  );
}

/** The passwords of the cluster in `home`. */
export function readSecret(home) {
  return JSON.parse(readFileSync(path.join(home, 'secret.json'), 'utf8'));
}

/**
 * Makes sure that a cluster stands in `home/data`: UTF-8, byte order, passwords by SCRAM, the role and the database
 * `rounds`. It is built aside and moved into place, so a start that is broken off leaves nothing half-made.
 * @returns {{ dataDir: string, password: string, superuserPassword: string }}
 */
export function ensureCluster(place, { noSync = false } = {}) {
  const dataDir = path.join(place.home, 'data');
  if (existsSync(dataDir)) {
    refuseOtherMajor(place, dataDir);
    return { dataDir, ...readSecret(place.home) };
  }
  const secret = { password: randomBytes(24).toString('hex'), superuserPassword: randomBytes(24).toString('hex') };
  const draft = path.join(place.home, 'data.draft');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  if (place.user.uid !== undefined) chownSync(draft, place.user.uid, place.user.gid);
  initialise(place, draft, secret.superuserPassword, noSync);
  makeOwnerAndDatabase(place, draft, secret.password);
  writeFileSync(path.join(place.home, 'secret.json'), JSON.stringify(secret), { mode: 0o600 });
  renameSync(draft, dataDir);
  return { dataDir, ...secret };
}
