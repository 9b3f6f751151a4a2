import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttemptEntity } from './attempt.entity.ts';
import { AttemptStore } from './attempt.store.ts';
import { MarkEntity } from './mark.entity.ts';

const STORES = [AttemptStore];

@Module({ imports: [TypeOrmModule.forFeature([AttemptEntity, MarkEntity])], providers: STORES, exports: STORES })
export class AssessmentModule {}
