import { Controller } from '@nestjs/common';
import type { ResponseOf } from '@rounds/contracts/endpoint';
import { recordEvents } from '@rounds/contracts/event';
import { readVersionState, type VersionState } from '@rounds/contracts/version';
import { Call, type CallOf } from '../../platform/http/call.ts';
import { Handles } from '../../platform/http/endpoint.decorator.ts';
import { ReadVersionState } from './read-version-state.ts';
import { RecordEvents } from './record-events.ts';

@Controller()
export class ProgressController {
  constructor(
    private readonly recording: RecordEvents,
    private readonly reading: ReadVersionState,
  ) {}

  @Handles(recordEvents)
  record(@Call() { actor, body }: CallOf<typeof recordEvents>): Promise<ResponseOf<typeof recordEvents>> {
    return this.recording.run(actor, body.events, body.receipts);
  }

  @Handles(readVersionState)
  state(@Call() { actor, params }: CallOf<typeof readVersionState>): Promise<VersionState> {
    return this.reading.run(actor, params.versionId);
  }
}
