import pg from 'pg';

export type Statement = { name?: string; text: string; values: unknown[] };

const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;

/** Notes every statement that this process sends while `work` runs, in order. */
export async function recordStatements(work: () => Promise<unknown>): Promise<Statement[]> {
  const noted: Statement[] = [];
  const own: unknown = Reflect.get(pg.Client.prototype, 'query');
  if (typeof own !== 'function') throw new Error('pg has no query to listen to');
  const noting = function (this: pg.Client, ...args: unknown[]): unknown {
    const [first, values] = args;
    if (typeof first === 'string') noted.push({ text: first, values: Array.isArray(values) ? values : [] });
    else if (isConfig(first))
      noted.push({
        ...(first.name === undefined ? {} : { name: first.name }),
        text: first.text,
        values: first.values ?? [],
      });
    return Reflect.apply(own, this, args);
  };
  Object.assign(pg.Client.prototype, { query: noting });
  try {
    await work();
  } finally {
    Object.assign(pg.Client.prototype, { query: own });
  }
  return noted.map((statement) => ({ ...statement, values: statement.values.map(plain) }));
}

function isConfig(value: unknown): value is { name?: string; text: string; values?: unknown[] } {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}

/** A value in the form pg would send, so that a replay spends no time on it. */
function plain(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Buffer.isBuffer(value) || value instanceof Date) return value;
  return Array.isArray(value) ? value.map(plain) : JSON.stringify(value);
}

/** All ids that stand in some statements. */
export function idsIn(statements: readonly Statement[]): Set<string> {
  return new Set(statements.flatMap((statement) => JSON.stringify(statement).match(UUID) ?? []));
}

/** All byte strings that stand in some statements, hexadecimal. */
export function bytesIn(statements: readonly Statement[]): Set<string> {
  return new Set(
    statements.flatMap(({ values }) =>
      values.filter((value) => Buffer.isBuffer(value)).map((value) => value.toString('hex')),
    ),
  );
}

/** The same statements with other ids, and with other bytes for some: one more of the same work. */
export function withOthers(
  statements: readonly Statement[],
  ids: ReadonlyMap<string, string>,
  bytes: ReadonlyMap<string, Buffer>,
): Statement[] {
  const text = (given: string): string => given.replace(UUID, (id) => ids.get(id) ?? id);
  const value = (given: unknown): unknown => {
    if (typeof given === 'string') return text(given);
    if (Buffer.isBuffer(given)) return bytes.get(given.toString('hex')) ?? given;
    return Array.isArray(given) ? given.map(value) : given;
  };
  return statements.map((statement) => ({
    ...statement,
    text: statement.values.length === 0 ? text(statement.text) : statement.text,
    values: statement.values.map(value),
  }));
}

/** Runs statements in order on one connection of a pool. */
export async function replay(pool: pg.Pool, statements: readonly Statement[]): Promise<void> {
  const client = await pool.connect();
  try {
    for (const { name, text, values } of statements) {
      if (values.length === 0 && name === undefined) await client.query(text);
      else await client.query({ ...(name === undefined ? {} : { name }), text, values });
    }
  } finally {
    client.release();
  }
}
