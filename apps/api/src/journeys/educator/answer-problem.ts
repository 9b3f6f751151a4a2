import { Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import type { BodyOf, QueryOf, ResponseOf } from '@rounds/contracts/endpoint';
import type { answerProblemReport, listProblemReports, ProblemReport } from '@rounds/contracts/problem-report';
import { ProblemReportStore } from '../../domains/content/problem-report.store.ts';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { Clock } from '../../platform/clock.ts';
import { Db } from '../../platform/db.ts';
import type { Caller } from '../../platform/http/caller.ts';
import { Refusal } from '../../platform/problems.ts';
import { v7 } from '../../platform/uuid.ts';
import { countOpenReports, problemReport, problemReports } from '../../views/problem-report.view.ts';

type List = ResponseOf<typeof listProblemReports>;

/** What learners found wrong, and what an educator says to it. */
@Injectable()
export class AnswerProblem {
  constructor(
    private readonly db: Db,
    private readonly reports: ProblemReportStore,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, { state, cursor }: QueryOf<typeof listProblemReports>): Promise<List> {
    return this.db.read(actor, async (tx) => ({
      ...(await problemReports(tx, actor.organisationId, { state: state ?? null, cursor })),
      open: await countOpenReports(tx, actor.organisationId),
    }));
  }

  answer(
    actor: Actor,
    reportId: string,
    { text }: BodyOf<typeof answerProblemReport>,
    caller: Caller,
  ): Promise<ProblemReport> {
    const { personId, organisationId } = actor;
    return this.db.transaction(actor, async (tx) => {
      const at = this.clock.now();
      if ((await problemReport(tx, organisationId, reportId)) === null) throw noSuchReport();
      const first = await this.reports.answer(tx, {
        answerId: v7(at),
        reportId,
        organisationId,
        personId,
        text,
        answeredAt: at,
      });
      if (!first) throw new Refusal('already-done', 'This problem is answered already');
      await this.audit.add(tx, {
        at,
        action: 'problem-report.answered',
        actorPersonId: personId,
        organisationId,
        unitId: actor.postUnitIds[0] ?? null,
        detail: { reportId },
        sourceAddress: caller.address,
        correlationId: caller.correlationId,
      });
      const answered = await problemReport(tx, organisationId, reportId);
      if (answered === null) throw noSuchReport();
      return answered;
    });
  }
}

function noSuchReport(): Refusal {
  return new Refusal('not-found', 'There is no such report');
}
