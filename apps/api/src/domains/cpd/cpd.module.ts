import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CpdRecordEntity } from './cpd-record.entity.ts';
import { CpdRecordStore } from './cpd-record.store.ts';
import { ReflectionEntity } from './reflection.entity.ts';
import { ReflectionStore } from './reflection.store.ts';

const STORES = [CpdRecordStore, ReflectionStore];

@Module({
  imports: [TypeOrmModule.forFeature([CpdRecordEntity, ReflectionEntity])],
  providers: STORES,
  exports: STORES,
})
export class CpdModule {}
