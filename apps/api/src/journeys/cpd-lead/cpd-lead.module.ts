import { Module } from '@nestjs/common';
import { LearningModule } from '../../domains/learning/learning.module.ts';
import { AskAgain } from './ask-again.ts';
import { CompletionRecordsController } from './completion-records.controller.ts';
import { DownloadRecords } from './download-records.ts';
import { ReadExports } from './read-exports.ts';
import { ReadRecords } from './read-records.ts';
import { RecertificationsController } from './recertifications.controller.ts';

@Module({
  imports: [LearningModule],
  controllers: [CompletionRecordsController, RecertificationsController],
  providers: [AskAgain, ReadRecords, DownloadRecords, ReadExports],
})
export class CpdLeadModule {}
