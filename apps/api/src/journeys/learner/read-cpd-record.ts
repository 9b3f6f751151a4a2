import { Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import type { CpdEntry, CpdEntryDetail, readCpdRecord } from '@rounds/contracts/cpd-record';
import type { ResponseOf } from '@rounds/contracts/endpoint';
import { Clock } from '../../platform/clock.ts';
import { Db } from '../../platform/db.ts';
import { Refusal } from '../../platform/problems.ts';
import { discussionEntries } from '../../views/discussion.view.ts';
import { recordEntries, recordEntry, recordYears } from '../../views/cpd-record.view.ts';

type Record = ResponseOf<typeof readCpdRecord>;

/** A person's CPD record is their own: it holds what they did in every organisation. */
@Injectable()
export class ReadCpdRecord {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Of one calendar year; without one, of this year so far. */
  ofYear({ personId, organisationId }: Actor, asked: number | undefined): Promise<Record> {
    return this.db.read({ personId, organisationId }, async (tx) => {
      const { today, years } = await recordYears(tx, { personId, organisationId, now: this.clock.now() });
      const thisYear = Number(today.slice(0, 4));
      const year = asked ?? thisYear;
      const entries = await recordEntries(tx, personId, year);
      const discussions = await discussionEntries(tx, personId, year);
      const to = year === thisYear ? today : `${year}-12-31`;
      return {
        year,
        years,
        from: `${year}-01-01`,
        to,
        creditMinutes: minutesOf(entries),
        paths: byPath(entries),
        discussions,
      };
    });
  }

  entry(actor: Actor, completionId: string): Promise<CpdEntryDetail> {
    return this.db.read(actor, async (tx) => {
      const entry = await recordEntry(tx, actor.personId, completionId);
      if (entry === null) throw new Refusal('not-found', 'There is no such entry in your CPD record');
      return entry;
    });
  }
}

/** Paths in the order of their latest entries. */
function byPath(entries: readonly CpdEntry[]): Record['paths'] {
  return [...Map.groupBy(entries, ({ pathId }) => pathId)].map(([pathId, ofPath]) => ({
    pathId,
    title: ofPath[0]?.pathTitle ?? '',
    creditMinutes: minutesOf(ofPath),
    entries: ofPath,
  }));
}

function minutesOf(entries: readonly CpdEntry[]): number {
  return entries.reduce((sum, { creditMinutes }) => sum + creditMinutes, 0);
}
