import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { civilDate } from '@rounds/rules/civil-date';
import type { NewMark } from '../../domains/assessment/attempt.store.ts';
import { learnerLock } from '../../domains/assessment/marking-locks.ts';
import { creditable } from '../../domains/content/rules/creditable.ts';
import { CpdRecordStore } from '../../domains/cpd/cpd-record.store.ts';
import { settlePass } from '../../domains/cpd/rules/settle-pass.ts';
import { MembershipStore } from '../../domains/identity/membership.store.ts';
import { CompletionStore } from '../../domains/learning/completion.store.ts';
import { StatementStore } from '../../domains/statements/statement.store.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import type { Tx } from '../../platform/db.ts';
import { v7 } from '../../platform/uuid.ts';
import { beforeSubmission } from '../../views/submission.view.ts';
import { isNewPass, type MarkedAgain } from './mark-again.ts';

type Earned = Pick<NewMark, 'credit' | 'completionId'>;

/** Gives tries that have become passes what they would have earned when they were made. */
@Injectable()
export class CreditPasses {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly memberships: MembershipStore,
    private readonly completions: CompletionStore,
    private readonly cpdRecords: CpdRecordStore,
    private readonly statements: StatementStore,
  ) {}

  /** Completions and minutes of the new passes; gives the new marks of all, to be written with them. */
  async run(tx: Tx, organisationId: string, again: readonly MarkedAgain[], at: Date): Promise<NewMark[]> {
    await this.lockLearners(tx, organisationId, again);
    const marks: NewMark[] = [];
    for (const one of again) {
      const earned = isNewPass(one) ? await this.credit(tx, organisationId, one, at) : one.attempt.mark;
      const { personId, attemptId, mark } = one.attempt;
      const { credit, completionId } = earned;
      marks.push({
        ...one.mark,
        personId,
        attemptId,
        sequence: mark.sequence + 1,
        passMark: mark.passMark,
        credit,
        completionId,
      });
    }
    return marks;
  }

  /**
   * Submissions in this organisation wait for the mended key, so only those who learn in another one too could earn
   * something meanwhile. Locking everybody would need more of the server's lock table than it has.
   */
  private async lockLearners(tx: Tx, organisationId: string, again: readonly MarkedAgain[]): Promise<void> {
    const people = again.filter(isNewPass).map(({ attempt }) => attempt.personId);
    if (people.length === 0) return;
    await tx.lock((await this.memberships.elsewhereToo(tx, organisationId, people)).map(learnerLock));
  }

  private async credit(tx: Tx, organisationId: string, one: MarkedAgain, at: Date): Promise<Earned> {
    const { attempt, version, mark } = one;
    const { personId, attemptId, occurredAt, receivedAt } = attempt;
    const whose = { personId, organisationId };
    const { before, round, credit, made } = await this.settle(tx, organisationId, one);
    // Leads see it, so it holds no time.
    const completionId = made ?? randomUUID();
    if (made === null) {
      const completion = { completionId, attemptId, round, occurredAt, receivedAt, version, standing: before };
      await this.completions.add(tx, { ...whose, ...completion });
    }
    if (credit.outcome === 'awarded') {
      const earned = { creditMinutes: credit.creditMinutes, completedOn: before.completedOn, awardedAt: at };
      await this.cpdRecords.add(tx, { ...whose, recordId: v7(at), completionId, round, ...earned, version });
    }
    const stated = { ...whose, attemptId, raw: mark.raw, max: mark.max, occurredAt, version };
    await this.statements.enqueue(tx, made === null ? ['passed', 'completed'] : ['passed'], stated, at);
    return { credit, completionId };
  }

  /** As if it had been a pass when it was submitted. `made`: the completion that its round has already. */
  private async settle(tx: Tx, organisationId: string, { attempt, version }: MarkedAgain) {
    const { personId, attemptId, occurredAt, receivedAt, zone } = attempt;
    const { versionId, moduleId, major, minutes, reviewedBy } = version;
    const date = civilDate(occurredAt, zone);
    const before = await beforeSubmission(tx, {
      personId,
      organisationId,
      attemptId,
      versionId,
      moduleId,
      occurredAt,
      fallbackUnitId: null,
      place: date === null ? null : { zone, date },
      retiredAt: null,
      arrivedAt: receivedAt,
    });
    const pass = { passed: true, previous: before.round, major, on: before.completedOn, minutes };
    const counts = creditable({ reviewedBy, demo: this.config.demo });
    const { completionId: made, ...settled } = settlePass({ ...pass, counts });
    return { before, ...settled, made };
  }
}
