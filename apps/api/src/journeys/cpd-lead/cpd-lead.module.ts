import { Module } from '@nestjs/common';
import { CompletionRecordsController } from './completion-records.controller.ts';
import { DownloadRecords } from './download-records.ts';
import { ReadExports } from './read-exports.ts';
import { ReadRecords } from './read-records.ts';

@Module({ controllers: [CompletionRecordsController], providers: [ReadRecords, DownloadRecords, ReadExports] })
export class CpdLeadModule {}
