import { dropDatabase, templateName } from './template-database.ts';
import { releaseServer } from './test-server.ts';

export default async function tearDown(): Promise<void> {
  await dropDatabase(templateName());
  await releaseServer();
}
