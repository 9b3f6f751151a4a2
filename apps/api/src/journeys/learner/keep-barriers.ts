import { Injectable } from '@nestjs/common';
import type { Barrier } from '@rounds/contracts/kindness';
import { BarrierStore } from '../../domains/learning/barrier.store.ts';
import type { Sender } from '../../domains/learning/learner-event.store.ts';
import type { Tx } from '../../platform/db.ts';
import { standingsAt } from '../../views/standing.view.ts';

type Answered = { answers: readonly (readonly Barrier[])[]; receivedAt: Date };

/** Keeps what got in the way without the person: unit, staff group and month, at most one answer a person and month. */
@Injectable()
export class KeepBarriers {
  constructor(private readonly barriers: BarrierStore) {}

  /** Runs before the events themselves are added, which tell that this month is taken. */
  async run(tx: Tx, sender: Sender, { answers, receivedAt }: Answered): Promise<void> {
    const [choices] = answers;
    const { personId, organisationId, unitId: fallbackUnitId } = sender;
    if (choices === undefined || (await this.barriers.answeredInMonthOf(tx, sender, receivedAt))) return;
    const moments = [{ at: receivedAt, day: null }];
    const [standing] = await standingsAt(tx, { personId, organisationId, fallbackUnitId, moments });
    if (standing === undefined) return;
    await this.barriers.add(tx, { organisationId, ...standing, choices }, receivedAt);
  }
}
