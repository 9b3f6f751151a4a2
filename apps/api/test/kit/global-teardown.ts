import { asAdmin, templateName } from './template-database.ts';
import { releaseServer } from './test-server.ts';

export default async function tearDown(): Promise<void> {
  await asAdmin(`DROP DATABASE IF EXISTS ${templateName()} WITH (FORCE)`);
  await releaseServer();
}
