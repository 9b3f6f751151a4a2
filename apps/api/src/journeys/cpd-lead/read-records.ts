import { Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import type {
  countCompletionRecords,
  listCompletionRecords,
  readRecordFilters,
} from '@rounds/contracts/completion-records';
import type { QueryOf, ResponseOf } from '@rounds/contracts/endpoint';
import { unitsLed } from '../../domains/identity/lead.policy.ts';
import { Clock } from '../../platform/clock.ts';
import { Db } from '../../platform/db.ts';
import { countRecords, recordsPage } from '../../views/completion-records.view.ts';
import { timeZoneOf } from '../../views/organisation.view.ts';
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
    return this.db.read(actor, async (tx) => ({
      ...(await recordsPage(tx, query, cursor)),
      asAt: this.clock.now().toISOString(),
      timeZone: await timeZoneOf(tx, actor.organisationId),
    }));
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
