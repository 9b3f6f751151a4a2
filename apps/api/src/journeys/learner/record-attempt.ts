import { Injectable } from '@nestjs/common';
import type { AttemptBody } from '@rounds/contracts/attempt';
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
    const { personId, organisationId, body, version, before, occurredAt, receivedAt } = submission;
    const { marking, newCompletion } = decision;
    await this.attempts.add(tx, { ...body, personId, organisationId, occurredAt, zone: before.zone, receivedAt }, marking);
    if (!before.started) await this.start(tx, submission);
    if (newCompletion) await this.complete(tx, submission, decision);
    if (marking.credit.outcome === 'awarded') await this.credit(tx, submission, decision, marking.credit.creditMinutes);
    const { moduleId, title, language, major, minor } = version;
    const stated = { personId, organisationId, attemptId: body.attemptId, moduleId, title, language, version: `${major}.${minor}`, raw: marking.raw, max: marking.max, occurredAt };
    const verb = marking.passed ? 'passed' : 'failed';
    await this.statements.enqueue(tx, newCompletion ? [verb, 'completed'] : [verb], stated, receivedAt);
  }

  /** For a learner whose opening of the module has not arrived, or never will. */
  private start(tx: Tx, { before, version, occurredAt, ...whose }: Submission): Promise<void> {
    const { unitId, staffGroup } = before;
    return this.starts.add(tx, whose, [{ moduleId: version.moduleId, versionId: version.versionId, unitId, staffGroup, startedAt: occurredAt }]);
  }

  private complete(tx: Tx, submission: Submission, { marking, round }: Decision): Promise<void> {
    const { personId, organisationId, body, version, before, occurredAt, receivedAt } = submission;
    const { moduleId, versionId, major, minor, pathId, pathTitle } = version;
    const { organisationName, unitId, unitName, staffGroup, zone, completedOn } = before;
    return this.completions.add(tx, {
      completionId: idOf(marking.completionId), personId, organisationId, organisationName, unitId, unitName, staffGroup, moduleId,
      versionId, versionLabel: `${major}.${minor}`, moduleTitle: version.title, pathId, pathTitle, round, major,
      attemptId: body.attemptId, reviewedBy: printed(version.reviewedBy), occurredAt, zone, completedOn, receivedAt,
    });
  }

  private credit(tx: Tx, submission: Submission, { marking, round }: Decision, creditMinutes: number): Promise<void> {
    const { personId, organisationId, version, before, receivedAt } = submission;
    const { moduleId, versionId, title, provider, standards, reviewedBy } = version;
    return this.cpdRecords.add(tx, {
      recordId: v7(receivedAt), personId, organisationId, completionId: idOf(marking.completionId), moduleId, versionId, round,
      activityTitle: title, provider, creditMinutes, reviewedBy: printed(reviewedBy), standards, completedOn: before.completedOn, awardedAt: receivedAt,
    });
  }
}

/** Only a pass is completed and credited. */
function idOf(completionId: string | null): string {
  if (completionId === null) throw new Error('A try that was not passed has no completion');
  return completionId;
}

function printed(reviewedBy: VersionForMarking['reviewedBy']): string | null {
  return reviewedBy === null ? null : `${reviewedBy.name}, ${reviewedBy.role}`;
}
