import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OutboxStatementEntity } from './outbox-statement.entity.ts';
import { StatementStore } from './statement.store.ts';

@Module({
  imports: [TypeOrmModule.forFeature([OutboxStatementEntity])],
  providers: [StatementStore],
  exports: [StatementStore],
})
export class StatementsModule {}
