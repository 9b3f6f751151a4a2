import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Address of the test server, without a database: set by the global set-up for every worker. */
export function server(): string {
  const address = process.env['TEST_DATABASE_SERVER'];
  if (address === undefined) throw new Error('TEST_DATABASE_SERVER is not set: run the tests through jest');
  return address;
}

/** Migrated once a run; each test file then works in its own copy. */
export function templateName(): string {
  return process.env['TEST_DATABASE_TEMPLATE'] ?? 'rounds_template';
}

export async function asAdmin(sql: string): Promise<void> {
  const admin = new pg.Client(`${server()}/postgres`);
  await admin.connect();
  await admin.query(sql);
  await admin.end();
}

/**
 * Removes a database, whoever is still connected. Not by DROP … WITH (FORCE): only a superuser's may end an autovacuum
 * worker, and the tests' role is none. A plain DROP ends such a worker and waits for it, but refuses while a client is
 * there.
 */
export async function dropDatabase(name: string): Promise<void> {
  await asAdmin(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND backend_type = 'client backend'`,
  );
  await asAdmin(`DROP DATABASE IF EXISTS ${name}`);
}

/** A fresh copy of the template. `drop` removes it, whoever is still connected. */
export async function aDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${templateName()}`);
  return { url: `${server()}/${name}`, drop: () => dropDatabase(name) };
}
