import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './create-app.ts';
import { demoGreeting } from './demo/greeting.ts';
import { refuseDemoDatabase } from './demo/refuse-demo-database.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { MovedClock } from './demo/telling/moved-clock.ts';
import { ImportLibrary } from './journeys/system/import-library.ts';
import { libraryNotice } from './journeys/system/library-notice.ts';
import { Clock } from './platform/clock.ts';
import { type Config, readConfig } from './platform/config.ts';
import { LOG, type Log } from './platform/log.ts';
import { mailNotice } from './platform/mail/mail-notice.ts';
import { migrate } from './platform/migrate.ts';
import { publicAddress } from './platform/public-address.ts';
import { JobQueue } from './platform/queue/job-queue.ts';
import { listenFault } from './platform/start-fault.ts';

const WEB = path.join(import.meta.dirname, '../../web/dist');

/**
 * Migrates, wires, makes the demo's people in a demo, imports the module library, listens, and prints the address.
 * Throws a ConfigFault for wrong settings, all at once, and for a database or an address that cannot be used.
 */
export async function start(environment: NodeJS.ProcessEnv): Promise<NestFastifyApplication> {
  const config = readConfig({ WEB_ROOT: WEB, ...environment });
  await migrate(config.databaseUrl);
  const clock = new MovedClock();
  const app = await createApp(config, config.demo ? clock : new Clock());
  try {
    // Before the import: the demo's people find the library there already.
    if (config.demo) await seedDemo(app, config, clock);
    else await refuseDemoDatabase(app);
    await prepare(app, config);
    await listen(app, config);
  } catch (fault) {
    await app.close();
    throw fault;
  }
  console.log(`\nRounds is ready at ${publicAddress(config)}`);
  if (config.demo) console.log(demoGreeting());
  sayWhetherMailWorks(config, app.get<Log>(LOG));
  return app;
}

async function listen(app: NestFastifyApplication, { host, port }: Config): Promise<void> {
  await app.listen(port, host).catch((fault: unknown) => {
    throw listenFault(host, port, fault) ?? fault;
  });
}

async function prepare(app: NestFastifyApplication, config: Config): Promise<void> {
  const imported = await app.get(ImportLibrary).run(config.contentRoot);
  for (const line of imported === null ? [] : libraryNotice(imported, config)) console.error(line);
  await app.get(JobQueue).startWorking();
}

function sayWhetherMailWorks(config: Config, log: Log): void {
  const notice = mailNotice(config);
  if (notice === null) return;
  log.warn(notice);
  console.log(notice);
}
