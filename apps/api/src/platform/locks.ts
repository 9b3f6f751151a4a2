/** An advisory lock, held to the end of its transaction. Holders of a shared one do not wait for each other. */
export type Lock = { name: string; shared?: boolean };

/** Names stand in SQL as they are, because the message that begins a transaction takes no parameters. */
const NAME = /^[a-z-]+:[0-9a-f-]{36}$/i;

export function lockStatements(locks: readonly Lock[]): string[] {
  return locks.map(({ name, shared }) => {
    if (!NAME.test(name)) throw new Error('A lock is named by a word and a uuid');
    return `SELECT pg_advisory_xact_lock${shared === true ? '_shared' : ''}(hashtextextended('${name}', 0))`;
  });
}

/** $1: names. In the order of their keys, so that two takers of the same ones never hold each other up. */
export const TAKE_LOCKS = `
  SELECT pg_advisory_xact_lock(key)
  FROM (SELECT DISTINCT hashtextextended(name, 0) AS key FROM unnest($1::text[]) AS name ORDER BY key) keys`;
