import { Inject, Injectable } from '@nestjs/common';
import { civilDate } from '@rounds/rules/civil-date';
import type { NewMark } from '../../domains/assessment/attempt.store.ts';
import { learnerLock } from '../../domains/assessment/marking-locks.ts';
import { creditable } from '../../domains/content/rules/creditable.ts';
import { CpdRecordStore } from '../../domains/cpd/cpd-record.store.ts';
import { settlePass } from '../../domains/cpd/rules/settle-pass.ts';
import { CompletionStore } from '../../domains/learning/completion.store.ts';
import { StatementStore } from '../../domains/statements/statement.store.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import type { Tx } from '../../platform/db.ts';
import { v7 } from '../../platform/uuid.ts';
import { beforeSubmission } from '../../views/submission.view.ts';
import { isNewPass, type MarkedAgain } from './mark-again.ts';

/** Gives tries that have become passes what they would have earned when they were made. */
@Injectable()
export class CreditPasses {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly completions: CompletionStore,
    private readonly cpdRecords: CpdRecordStore,
    private readonly statements: StatementStore,
  ) {}

  /** Completions and minutes of the new passes; gives the new marks of all, to be written with them. */
  async run(tx: Tx, organisationId: string, again: readonly MarkedAgain[], at: Date): Promise<NewMark[]> {
    await tx.lock(again.filter(isNewPass).map(({ attempt }) => learnerLock(attempt.personId)));
    const marks: NewMark[] = [];
    for (const one of again) {
      const earned = isNewPass(one) ? await this.credit(tx, organisationId, one, at) : one.attempt.mark;
      const { personId, attemptId, mark } = one.attempt;
      const { credit, completionId } = earned;
      marks.push({ ...one.mark, personId, attemptId, sequence: mark.sequence + 1, passMark: mark.passMark, credit, completionId });
    }
    return marks;
  }

  private async credit(tx: Tx, organisationId: string, { attempt, version, mark }: MarkedAgain, at: Date) {
    const { personId, attemptId, occurredAt, receivedAt, zone } = attempt;
    const { versionId, moduleId, major, minutes } = version;
    const whose = { personId, organisationId };
    const date = civilDate(occurredAt, zone);
    const place = date === null ? null : { zone, date };
    const before = await beforeSubmission(tx, { ...whose, fallbackUnitId: null, attemptId, versionId, moduleId, occurredAt, place, retiredAt: null });
    const counts = creditable({ reviewedBy: version.reviewedBy, demo: this.config.demo });
    const { round, credit, ...made } = settlePass({ passed: true, previous: before.round, major, on: before.completedOn, counts, minutes });
    const completionId = made.completionId ?? v7(at);
    if (made.completionId === null) {
      await this.completions.add(tx, { ...whose, completionId, attemptId, round, occurredAt, receivedAt, version, standing: before });
    }
    if (credit.outcome === 'awarded') {
      const { creditMinutes } = credit;
      const { completedOn } = before;
      await this.cpdRecords.add(tx, { ...whose, recordId: v7(at), completionId, round, creditMinutes, completedOn, awardedAt: at, version });
    }
    const stated = { ...whose, attemptId, raw: mark.raw, max: mark.max, occurredAt, version };
    await this.statements.enqueue(tx, made.completionId === null ? ['passed', 'completed'] : ['passed'], stated, at);
    return { credit, completionId };
  }
}
