import { Controller } from '@nestjs/common';
import {
  countCompletionRecords,
  downloadCompletionRecords,
  listCompletionRecords,
  listExports,
  readManifest,
  readRecordFilters,
} from '@rounds/contracts/completion-records';
import { Call, type CallOf } from '../../platform/http/call.ts';
import { Handles } from '../../platform/http/endpoint.decorator.ts';
import { SentAsIs } from '../../platform/http/response.interceptor.ts';
import { DownloadRecords } from './download-records.ts';
import { ReadExports } from './read-exports.ts';
import { ReadRecords } from './read-records.ts';

@Controller()
export class CompletionRecordsController {
  constructor(
    private readonly reading: ReadRecords,
    private readonly downloading: DownloadRecords,
    private readonly exports: ReadExports,
  ) {}

  @Handles(listCompletionRecords)
  page(@Call() { actor, query }: CallOf<typeof listCompletionRecords>) {
    return this.reading.page(actor, query);
  }

  @Handles(countCompletionRecords)
  total(@Call() { actor, query }: CallOf<typeof countCompletionRecords>) {
    return this.reading.total(actor, query);
  }

  @Handles(readRecordFilters)
  filters(@Call() { actor }: CallOf<typeof readRecordFilters>) {
    return this.reading.filters(actor);
  }

  @Handles(downloadCompletionRecords)
  async download(@Call() { actor, query, request, reply }: CallOf<typeof downloadCompletionRecords>) {
    await this.downloading.run(actor, query, request, reply);
    return new SentAsIs();
  }

  @Handles(listExports)
  async exportList(@Call() { actor }: CallOf<typeof listExports>) {
    return { exports: await this.exports.list(actor) };
  }

  @Handles(readManifest)
  manifest(@Call() { actor, params }: CallOf<typeof readManifest>) {
    return this.exports.one(actor, params.exportId);
  }
}
