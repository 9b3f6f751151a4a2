import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { ContentModule } from './domains/content/content.module.ts';
import { IdentityModule } from './domains/identity/identity.module.ts';
import { AdminModule } from './journeys/admin/admin.module.ts';
import { CpdLeadModule } from './journeys/cpd-lead/cpd-lead.module.ts';
import { EducatorModule } from './journeys/educator/educator.module.ts';
import { LearnerModule } from './journeys/learner/learner.module.ts';
import { PersonModule } from './journeys/person/person.module.ts';
import { SystemModule } from './journeys/system/system.module.ts';
import { VisitorModule } from './journeys/visitor/visitor.module.ts';
import { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { AuditReadsInterceptor } from './platform/http/audit-reads.interceptor.ts';
import { EndpointGuard } from './platform/http/endpoint.guard.ts';
import { ProblemFilter } from './platform/http/problem.filter.ts';
import { ResponseInterceptor } from './platform/http/response.interceptor.ts';
import { PlatformModule } from './platform/platform.module.ts';

@Module({})
export class AppModule {
  /** `clock`: another than the real one, for what is told of times past. */
  static for(config: Config, clock = new Clock()): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.for(config, clock),
        IdentityModule,
        VisitorModule,
        PersonModule,
        ContentModule,
        LearnerModule,
        EducatorModule,
        SystemModule,
        CpdLeadModule,
        AdminModule,
      ],
      providers: [
        { provide: APP_GUARD, useClass: EndpointGuard },
        // In this order: what an audited read answers is parsed first, then written down, then sent.
        { provide: APP_INTERCEPTOR, useClass: AuditReadsInterceptor },
        { provide: APP_INTERCEPTOR, useClass: ResponseInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
