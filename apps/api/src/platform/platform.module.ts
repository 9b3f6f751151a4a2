import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditLog } from './audit/audit-log.ts';
import { SessionCookie } from './auth/session-cookie.ts';
import { Clock } from './clock.ts';
import { CONFIG, type Config } from './config.ts';
import { dataSourceOptions } from './data-source.ts';
import { Db } from './db.ts';
import { EndpointList } from './http/endpoint-list.ts';
import { LOG, makeLog } from './log.ts';
import { DemoMailbox } from './mail/demo-mailbox.ts';
import { MailCarrier } from './mail/mail-carrier.ts';
import { MailPost } from './mail/mail-post.ts';
import { Pages } from './pages/pages.ts';
import { JobQueue } from './queue/job-queue.ts';

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
        Db,
        AuditLog,
        EndpointList,
        DemoMailbox,
        JobQueue,
        MailCarrier,
        MailPost,
        Pages,
        SessionCookie,
      ],
      exports: [CONFIG, LOG, Db, Clock, AuditLog, EndpointList, DemoMailbox, JobQueue, MailPost, Pages, SessionCookie],
    };
  }
}
