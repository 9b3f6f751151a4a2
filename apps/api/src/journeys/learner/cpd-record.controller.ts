import { Controller } from '@nestjs/common';
import { type CpdEntryDetail, readCpdEntry, readCpdRecord } from '@rounds/contracts/cpd-record';
import type { ResponseOf } from '@rounds/contracts/endpoint';
import { Call, type CallOf } from '../../platform/http/call.ts';
import { Handles } from '../../platform/http/endpoint.decorator.ts';
import { ReadCpdRecord } from './read-cpd-record.ts';

@Controller()
export class CpdRecordController {
  constructor(private readonly reading: ReadCpdRecord) {}

  @Handles(readCpdRecord)
  ofYear(@Call() { actor, query }: CallOf<typeof readCpdRecord>): Promise<ResponseOf<typeof readCpdRecord>> {
    return this.reading.ofYear(actor, query.year);
  }

  @Handles(readCpdEntry)
  entry(@Call() { actor, params }: CallOf<typeof readCpdEntry>): Promise<CpdEntryDetail> {
    return this.reading.entry(actor, params.completionId);
  }
}
