import { randomUUID } from 'node:crypto';
import { migrate } from '../../src/platform/migrate.ts';
import { asAdmin, server, templateName } from './template-database.ts';
import { holdServer } from './test-server.ts';

/** Starts one throw-away PostgreSQL unless a server is given, and migrates the template. */
export default async function setUp(): Promise<void> {
  if (process.env['TEST_DATABASE_SERVER'] === undefined) await holdServer();
  process.env['TEST_DATABASE_TEMPLATE'] = `rounds_template_${randomUUID().slice(0, 8)}`;
  await asAdmin(`CREATE DATABASE ${templateName()}`);
  await migrate(`${server()}/${templateName()}`);
}
