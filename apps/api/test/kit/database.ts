import pg from 'pg';
import type { TestApp } from './test-app.ts';

/** Runs SQL as the owner of the schema: for faults that only the database itself can be given. */
export async function asOwner(app: TestApp, sql: string): Promise<void> {
  const owner = new pg.Client(app.url);
  await owner.connect();
  try {
    await owner.query(sql);
  } finally {
    await owner.end();
  }
}

/** Makes each row added to a table fail, until the function given back is called. */
export async function failInserts(app: TestApp, table: string): Promise<() => Promise<void>> {
  await asOwner(
    app,
    `CREATE OR REPLACE FUNCTION fail_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'as the test asked'; END $$;
     CREATE TRIGGER fail_insert BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION fail_insert()`,
  );
  return () => asOwner(app, `DROP TRIGGER fail_insert ON ${table}`);
}

/** How many messages the application sends to its database while something runs. */
export async function statementsDuring(work: () => Promise<unknown>): Promise<number> {
  const own: (...args: unknown[]) => unknown = Reflect.get(pg.Client.prototype, 'query');
  let count = 0;
  const query = function (this: pg.Client, ...args: unknown[]): unknown {
    count += 1;
    return Reflect.apply(own, this, args);
  };
  Object.assign(pg.Client.prototype, { query });
  try {
    await work();
  } finally {
    Object.assign(pg.Client.prototype, { query: own });
  }
  return count;
}
