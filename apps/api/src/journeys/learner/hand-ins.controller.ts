import { Controller } from '@nestjs/common';
import { handIn, type HandInAnswer } from '@rounds/contracts/hand-in';
import { Call, type CallOf } from '../../platform/http/call.ts';
import { callerOf } from '../../platform/http/caller.ts';
import { Handles } from '../../platform/http/endpoint.decorator.ts';
import { TakeHandIn } from './take-hand-in.ts';

@Controller()
export class HandInsController {
  constructor(private readonly taking: TakeHandIn) {}

  @Handles(handIn)
  take(@Call() { actor, body, request }: CallOf<typeof handIn>): Promise<HandInAnswer> {
    return this.taking.run(actor, body, callerOf(request));
  }
}
