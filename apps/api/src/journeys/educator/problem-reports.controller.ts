import { Controller } from '@nestjs/common';
import type { ResponseOf } from '@rounds/contracts/endpoint';
import { answerProblemReport, listProblemReports } from '@rounds/contracts/problem-report';
import { Call, type CallOf } from '../../platform/http/call.ts';
import { callerOf } from '../../platform/http/caller.ts';
import { Handles } from '../../platform/http/endpoint.decorator.ts';
import { AnswerProblem } from './answer-problem.ts';

@Controller()
export class ProblemReportsController {
  constructor(private readonly answering: AnswerProblem) {}

  @Handles(listProblemReports)
  list(@Call() { actor, query }: CallOf<typeof listProblemReports>): Promise<ResponseOf<typeof listProblemReports>> {
    return this.answering.list(actor, query);
  }

  @Handles(answerProblemReport)
  answer(@Call() call: CallOf<typeof answerProblemReport>): Promise<ResponseOf<typeof answerProblemReport>> {
    return this.answering.answer(call.actor, call.params.reportId, call.body, callerOf(call.request));
  }
}
