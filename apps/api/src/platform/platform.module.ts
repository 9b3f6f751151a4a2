import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditLog } from './audit/audit-log.ts';
import { DeviceCookie } from './auth/device-cookie.ts';
import { SessionCookie } from './auth/session-cookie.ts';
import { Clock } from './clock.ts';
import { CONFIG, type Config } from './config.ts';
import { dataSourceOptions } from './data-source.ts';
import { Db } from './db.ts';
import { CursorSeal } from './http/cursor-seal.ts';
import { EndpointList } from './http/endpoint-list.ts';
import { LOG, makeLog } from './log.ts';
import { DemoMailbox } from './mail/demo-mailbox.ts';
import { MailCarrier } from './mail/mail-carrier.ts';
import { MailPost } from './mail/mail-post.ts';
import { Pages } from './pages/pages.ts';
import { ServerSecrets } from './secrets/server-secrets.ts';
import { JobQueue } from './queue/job-queue.ts';

/** For every domain and journey. */
const SHARED = [
  Db,
  AuditLog,
  CursorSeal,
  DeviceCookie,
  EndpointList,
  DemoMailbox,
  JobQueue,
  MailPost,
  Pages,
  ServerSecrets,
  SessionCookie,
];

@Global()
@Module({})
export class PlatformModule {
  static for(config: Config, clock: Clock): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        DiscoveryModule,
        TypeOrmModule.forRoot({
          ...dataSourceOptions({ url: config.databaseUrl, pool: config.databasePool }),
          autoLoadEntities: true,
        }),
      ],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOG, useFactory: () => makeLog(config.logLevel) },
        { provide: Clock, useValue: clock },
        MailCarrier,
        ...SHARED,
      ],
      exports: [CONFIG, LOG, Clock, ...SHARED],
    };
  }
}
