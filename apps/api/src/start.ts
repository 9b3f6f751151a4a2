import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './create-app.ts';
import { ImportLibrary } from './journeys/system/import-library.ts';
import { type Config, readConfig } from './platform/config.ts';
import { LOG, type Log } from './platform/log.ts';
import { mailNotice } from './platform/mail/mail-notice.ts';
import { migrate } from './platform/migrate.ts';
import { publicAddress } from './platform/public-address.ts';
import { JobQueue } from './platform/queue/job-queue.ts';

const WEB = path.join(import.meta.dirname, '../../web/dist');

/** Migrates, wires, imports the module library, listens, and prints the address. Throws a ConfigFault that lists every wrong setting. */
export async function start(environment: NodeJS.ProcessEnv): Promise<NestFastifyApplication> {
  const config = readConfig({ WEB_ROOT: WEB, ...environment });
  await migrate(config.databaseUrl);
  const app = await createApp(config);
  const imported = await app.get(ImportLibrary).run(config.contentRoot);
  for (const fault of imported?.faults ?? []) console.error(`Module library: ${fault}`);
  await app.get(JobQueue).startWorking();
  await app.listen(config.port, config.host);
  console.log(`\nRounds is ready at ${publicAddress(config)}`);
  sayWhetherMailWorks(config, app.get<Log>(LOG));
  return app;
}

function sayWhetherMailWorks(config: Config, log: Log): void {
  const notice = mailNotice(config);
  if (notice === null) return;
  log.warn(notice);
  console.log(notice);
}
