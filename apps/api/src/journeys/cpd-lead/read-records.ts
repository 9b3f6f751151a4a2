import { Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import type {
  CompletionRecord,
  countCompletionRecords,
  listCompletionRecords,
  ListedRecord,
  readRecordFilters,
} from '@rounds/contracts/completion-records';
import type { QueryOf, ResponseOf } from '@rounds/contracts/endpoint';
import { unitsLed } from '../../domains/identity/lead.policy.ts';
import { canAskAgain } from '../../domains/learning/recertification.policy.ts';
import { Clock } from '../../platform/clock.ts';
import { Db, type ReadTx } from '../../platform/db.ts';
import { countRecords, recordsPage } from '../../views/completion-records.view.ts';
import { timeZoneOf } from '../../views/organisation.view.ts';
import { againFacts } from '../../views/recertification.view.ts';
import { recordFilters } from '../../views/record-filters.view.ts';
import { recordQueryFor } from './record-query.ts';

/** The lead's table, its total and its filters. */
@Injectable()
export class ReadRecords {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  page(
    actor: Actor,
    { cursor, ...asked }: QueryOf<typeof listCompletionRecords>,
  ): Promise<ResponseOf<typeof listCompletionRecords>> {
    const query = recordQueryFor(actor, asked);
    const now = this.clock.now();
    return this.db.read(actor, async (tx) => {
      const { records, nextCursor } = await recordsPage(tx, query, cursor);
      const timeZone = await timeZoneOf(tx, actor.organisationId);
      return {
        records: await this.withRequests(tx, actor, records, now),
        nextCursor,
        asAt: now.toISOString(),
        timeZone,
      };
    });
  }

  /** Only the last completion of a person and module can be asked for again. */
  private async withRequests(
    tx: ReadTx,
    actor: Actor,
    records: readonly CompletionRecord[],
    now: Date,
  ): Promise<ListedRecord[]> {
    const completed = records.filter(({ state }) => state === 'completed').map(({ recordId }) => recordId);
    const facts = await againFacts(tx, { organisationId: actor.organisationId, now }, completed);
    const latest = new Map(facts.filter((one) => one.latest).map((one) => [one.completionId, one]));
    return records.map((record) => {
      const of = latest.get(record.recordId);
      const mayAskAgain = of !== undefined && of.asked === null && of.active && of.onOffer && canAskAgain(actor, of);
      return { ...record, askedAgain: of?.asked ?? null, mayAskAgain };
    });
  }

  total(
    actor: Actor,
    asked: QueryOf<typeof countCompletionRecords>,
  ): Promise<ResponseOf<typeof countCompletionRecords>> {
    const query = recordQueryFor(actor, asked);
    return this.db.read(actor, (tx) => countRecords(tx, query));
  }

  filters(actor: Actor): Promise<ResponseOf<typeof readRecordFilters>> {
    return this.db.read(actor, (tx) => recordFilters(tx, actor.organisationId, unitsLed(actor)));
  }
}
