import { Module } from '@nestjs/common';
import { ContentModule } from '../../domains/content/content.module.ts';
import { OpenapiController } from '../../platform/openapi/openapi.controller.ts';
import { HealthController } from './health.controller.ts';
import { ImportLibrary } from './import-library.ts';

@Module({ imports: [ContentModule], controllers: [HealthController, OpenapiController], providers: [ImportLibrary] })
export class SystemModule {}
