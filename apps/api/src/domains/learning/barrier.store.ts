import { Injectable } from '@nestjs/common';
import type { Barrier } from '@rounds/contracts/kindness';
import type { ReadTx, Tx } from '../../platform/db.ts';

type NewAnswer = { organisationId: string; unitId: string; staffGroup: string; choices: readonly Barrier[] };

@Injectable()
export class BarrierStore {
  /** By the event log, where the answers are not: whether this person answered in this month, in any organisation. */
  async answeredInMonthOf(
    tx: ReadTx,
    { personId, organisationId }: { personId: string; organisationId: string },
    at: Date,
  ): Promise<boolean> {
    const row = await tx.row<{ answered: boolean }>(ANSWERED, [personId, organisationId, at]);
    return row?.answered ?? false;
  }

  /** Adds an answer among those of its organisation and month, all written anew in an order of chance. */
  async add(tx: Tx, { organisationId, unitId, staffGroup, choices }: NewAnswer, at: Date): Promise<void> {
    await tx.rows(ADD, [organisationId, unitId, staffGroup, [...choices], at]);
  }
}

const ANSWERED = `
  SELECT EXISTS (
    SELECT 1 FROM learner_event e
    WHERE e.person_id = $1 AND e.kind = 'barrier-answered'
      AND date_trunc('month', e.received_at AT TIME ZONE o.time_zone) = date_trunc('month', $3::timestamptz AT TIME ZONE o.time_zone)
  ) AS answered
  FROM organisation o WHERE o.id = $2`;

const ADD = `
  SELECT add_barrier_answer($1, $2, $3, date_trunc('month', $5::timestamptz AT TIME ZONE o.time_zone)::date, $4)
  FROM organisation o WHERE o.id = $1`;
