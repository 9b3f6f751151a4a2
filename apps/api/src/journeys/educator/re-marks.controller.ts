import { Controller } from '@nestjs/common';
import type { ResponseOf } from '@rounds/contracts/endpoint';
import {
  type ItemToMend,
  previewReMark,
  readItemToMend,
  type ReMarkEffect,
  reMarkItem,
} from '@rounds/contracts/re-mark';
import { Call, type CallOf } from '../../platform/http/call.ts';
import { callerOf } from '../../platform/http/caller.ts';
import { Handles } from '../../platform/http/endpoint.decorator.ts';
import { ReMarkItem } from './re-mark-item.ts';

@Controller()
export class ReMarksController {
  constructor(private readonly reMarking: ReMarkItem) {}

  @Handles(readItemToMend)
  read(@Call() { actor, params }: CallOf<typeof readItemToMend>): Promise<ItemToMend> {
    return this.reMarking.read(actor, params);
  }

  @Handles(previewReMark)
  preview(@Call() { actor, params, body }: CallOf<typeof previewReMark>): Promise<ReMarkEffect> {
    return this.reMarking.preview(actor, params.itemVersionId, body);
  }

  @Handles(reMarkItem)
  run(@Call() call: CallOf<typeof reMarkItem>): Promise<ResponseOf<typeof reMarkItem>> {
    return this.reMarking.run(call.actor, call.params.itemVersionId, call.body, callerOf(call.request));
  }
}
