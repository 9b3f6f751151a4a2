import { Module } from '@nestjs/common';
import { OpenapiController } from '../../platform/openapi/openapi.controller.ts';
import { HealthController } from './health.controller.ts';

@Module({ controllers: [HealthController, OpenapiController] })
export class SystemModule {}
