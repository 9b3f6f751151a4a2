import { readFileSync } from 'node:fs';
import { Fault } from '../lib/fault.mjs';

const PREFERRED = ['postgres', 'nobody'];

function passwdEntry(passwd, name) {
  const fields = passwd
    .split('\n')
    .map((line) => line.split(':'))
    .find(([user]) => user === name);
  return fields && { uid: Number(fields[2]), gid: Number(fields[3]) };
}

/**
 * Whom PostgreSQL runs as. It refuses to run as root, so root hands it to `postgres` or else `nobody`.
 * @returns {{ uid?: number, gid?: number }} empty: as ourselves
 */
export function postgresUser({ uid = process.getuid?.(), passwd = () => readFileSync('/etc/passwd', 'utf8') } = {}) {
  if (uid !== 0) return {};
  const text = passwd();
  for (const name of PREFERRED) {
    const entry = passwdEntry(text, name);
    if (entry && entry.uid !== 0) return entry;
  }
  throw new Fault('PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as.');
}
