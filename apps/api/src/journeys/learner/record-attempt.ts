import { Injectable } from '@nestjs/common';
import type { AttemptBody } from '@rounds/contracts/attempt';
import type { TimedBy } from '@rounds/contracts/event';
import { AttemptStore } from '../../domains/assessment/attempt.store.ts';
import type { VersionForMarking } from '../../domains/content/version.store.ts';
import { CpdRecordStore } from '../../domains/cpd/cpd-record.store.ts';
import { CompletionStore } from '../../domains/learning/completion.store.ts';
import { ModuleStartStore } from '../../domains/learning/module-start.store.ts';
import { StatementStore } from '../../domains/statements/statement.store.ts';
import type { Tx } from '../../platform/db.ts';
import { v7 } from '../../platform/uuid.ts';
import type { BeforeSubmission } from '../../views/submission.view.ts';
import type { Decision } from './decide-attempt.ts';

export type Submission = {
  personId: string;
  organisationId: string;
  body: AttemptBody;
  version: VersionForMarking;
  before: BeforeSubmission;
  occurredAt: Date;
  timedBy: TimedBy;
  receivedAt: Date;
};

/** Writes what was decided of a try, in the caller's transaction. */
@Injectable()
export class RecordAttempt {
  constructor(
    private readonly attempts: AttemptStore,
    private readonly starts: ModuleStartStore,
    private readonly completions: CompletionStore,
    private readonly cpdRecords: CpdRecordStore,
    private readonly statements: StatementStore,
  ) {}

  async run(tx: Tx, submission: Submission, decision: Decision): Promise<void> {
    const { body, before, version, occurredAt, timedBy, receivedAt, ...whose } = submission;
    const { marking, newCompletion, round } = decision;
    const { attemptId } = body;
    await this.attempts.add(tx, { ...body, ...whose, occurredAt, timedBy, zone: before.zone, receivedAt }, marking);
    if (!before.started) await this.start(tx, submission);
    const { completionId, credit } = marking;
    if (completionId !== null && newCompletion) {
      await this.completions.add(tx, {
        ...whose,
        completionId,
        attemptId,
        round,
        occurredAt,
        receivedAt,
        version,
        standing: before,
      });
    }
    if (completionId !== null && credit.outcome === 'awarded') {
      const { creditMinutes } = credit;
      const { completedOn } = before;
      await this.cpdRecords.add(tx, {
        ...whose,
        recordId: v7(receivedAt),
        completionId,
        round,
        creditMinutes,
        completedOn,
        awardedAt: receivedAt,
        version,
      });
    }
    const verb = marking.passed ? 'passed' : 'failed';
    const stated = { ...whose, attemptId, raw: marking.raw, max: marking.max, occurredAt, version };
    await this.statements.enqueue(tx, newCompletion ? [verb, 'completed'] : [verb], stated, receivedAt);
  }

  /** For a learner whose opening of the module has not arrived, or never will. */
  private start(tx: Tx, { before, version, occurredAt, ...whose }: Submission): Promise<void> {
    const { unitId, staffGroup } = before;
    const { moduleId, versionId } = version;
    return this.starts.add(tx, whose, [{ moduleId, versionId, unitId, staffGroup, startedAt: occurredAt }]);
  }
}
