import { Controller } from '@nestjs/common';
import { type AttemptResult, readAttempt, submitAttempt } from '@rounds/contracts/attempt';
import { Call, type CallOf } from '../../platform/http/call.ts';
import { Handles } from '../../platform/http/endpoint.decorator.ts';
import { ReadAttempt } from './read-attempt.ts';
import { SubmitAttempt } from './submit-attempt.ts';

@Controller()
export class AttemptsController {
  constructor(
    private readonly submitting: SubmitAttempt,
    private readonly reading: ReadAttempt,
  ) {}

  @Handles(submitAttempt)
  submit(@Call() { actor, body }: CallOf<typeof submitAttempt>): Promise<AttemptResult> {
    return this.submitting.run(actor, body);
  }

  @Handles(readAttempt)
  read(@Call() { actor, params }: CallOf<typeof readAttempt>): Promise<AttemptResult> {
    return this.reading.run(actor, params.attemptId);
  }
}
