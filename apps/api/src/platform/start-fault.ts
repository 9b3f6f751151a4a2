import { ConfigFault } from './config.ts';

/** What a PostgreSQL that answers refuses with (SQLSTATE), and what to do. */
const REFUSED: Record<string, string> = {
  '28P01': 'Check the name and the password in DATABASE_URL.',
  '28000': 'Check the name in DATABASE_URL, and what pg_hba.conf of the server lets in.',
  '3D000': 'Create the database first, or mend its name in DATABASE_URL.',
  '42501': 'Its role may not do that: docs/operations.md, "The database", says which rights it needs.',
  '53300': 'The server has no connection left: lower DATABASE_POOL, or raise its max_connections.',
  '57P03': 'The server is starting or stopping: try again in a moment.',
};
const UNREACHED = 'Check that PostgreSQL runs there, and that DATABASE_URL names its host and port.';

const UNLISTENABLE: Record<string, string> = {
  EADDRINUSE: 'Something listens there already: stop it, or set PORT to another.',
  EACCES: 'This user may not listen there: set PORT to 1024 or more.',
};
const NOT_HERE = 'HOST must be an address of this machine: 127.0.0.1 for it alone, 0.0.0.0 for everybody.';

/** Why the database cannot be used, where it was looked for (never the password), and what to do. */
export function databaseFault(url: string, fault: unknown): ConfigFault {
  const { code, message } = partsOf(fault);
  const todo = REFUSED[code] ?? UNREACHED;
  return new ConfigFault(`Rounds cannot start: it cannot use the database at ${placeOf(url)}: ${message}.\n${todo}`, {
    cause: fault,
  });
}

/** Why the address that HOST and PORT say cannot be listened on, and what to do. Null for another kind of fault. */
export function listenFault(host: string, port: number, fault: unknown): ConfigFault | null {
  if (!(fault instanceof Error) || !('syscall' in fault)) return null;
  const { code, message } = partsOf(fault);
  return new ConfigFault(
    `Rounds cannot start: it cannot listen on HOST ${host}, PORT ${port}: ${message}.\n${UNLISTENABLE[code] ?? NOT_HERE}`,
    { cause: fault },
  );
}

/** Host, port, database and role of an address. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return 'DATABASE_URL';
  const { hostname, port, pathname, username } = new URL(url);
  const role = username === '' ? '' : ` (as ${username})`;
  return `${hostname || 'localhost'}:${port || 5432}${pathname}${role}`;
}

/** A name with several addresses fails with one fault for each and no words of its own. */
function partsOf(fault: unknown): { code: string; message: string } {
  const one = fault instanceof AggregateError ? fault.errors[0] : fault;
  if (!(one instanceof Error)) return { code: '', message: String(one) };
  return { code: 'code' in one ? String(one.code) : '', message: one.message.replace(/\.$/, '') };
}
