import { Controller } from '@nestjs/common';
import { askAgain, type AskedAgain } from '@rounds/contracts/recertification';
import { Call, type CallOf } from '../../platform/http/call.ts';
import { callerOf } from '../../platform/http/caller.ts';
import { Handles } from '../../platform/http/endpoint.decorator.ts';
import { AskAgain } from './ask-again.ts';

@Controller()
export class RecertificationsController {
  constructor(private readonly asking: AskAgain) {}

  @Handles(askAgain)
  ask(@Call() { actor, params, body, request }: CallOf<typeof askAgain>): Promise<AskedAgain> {
    return this.asking.run(actor, params.recordId, body.reason, callerOf(request));
  }
}
