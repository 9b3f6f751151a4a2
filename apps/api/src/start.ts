import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './create-app.ts';
import { ImportLibrary } from './journeys/system/import-library.ts';
import { type Config, readConfig } from './platform/config.ts';
import { migrate } from './platform/migrate.ts';

const WEB = path.join(import.meta.dirname, '../../web/dist');

/** Migrates, wires, imports the module library, listens, and prints the address. Throws a ConfigFault that lists every wrong setting. */
export async function start(environment: NodeJS.ProcessEnv): Promise<NestFastifyApplication> {
  const config = readConfig({ WEB_ROOT: WEB, ...environment });
  await migrate(config.databaseUrl);
  const app = await createApp(config);
  const imported = await app.get(ImportLibrary).run(config.contentRoot);
  for (const fault of imported?.faults ?? []) console.error(`Module library: ${fault}`);
  await app.listen(config.port, config.host);
  console.log(greeting(config));
  return app;
}

function greeting(config: Config): string {
  const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host;
  return `\nRounds is ready at ${config.publicUrl ?? `http://${host}:${config.port}`}`;
}
