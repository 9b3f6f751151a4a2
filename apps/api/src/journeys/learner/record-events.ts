import { Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import type { EventAnswer, LearnerEvent, recordEvents, TimedBy } from '@rounds/contracts/event';
import type { ResponseOf } from '@rounds/contracts/endpoint';
import { learnerLock } from '../../domains/assessment/marking-locks.ts';
import { CompletionStore } from '../../domains/learning/completion.store.ts';
import { type AcceptedEvent, LearnerEventStore } from '../../domains/learning/learner-event.store.ts';
import { fitToKeep } from '../../domains/learning/rules/fit-to-keep.ts';
import { judgeEvents, type Judgement } from '../../domains/learning/rules/judge-events.ts';
import { readEvent, type ReadEvent } from '../../domains/learning/rules/read-event.ts';
import { timeOf } from '../../domains/learning/rules/time-of.ts';
import { Clock } from '../../platform/clock.ts';
import { Db, type Tx } from '../../platform/db.ts';
import { checkItems, type VersionOutline, versionOutlines } from '../../views/version-outline.view.ts';
import { Earliest } from './earliest.ts';
import { FollowEvents } from './follow-events.ts';
import { KeepBarriers } from './keep-barriers.ts';

@Injectable()
export class RecordEvents {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: LearnerEventStore,
    private readonly completions: CompletionStore,
    private readonly earliest: Earliest,
    private readonly following: FollowEvents,
    private readonly barriers: KeepBarriers,
  ) {}

  /** Keeps a batch in one transaction. Each event is accepted, known already, or set aside; none stops another. */
  async run(
    actor: Actor,
    sent: readonly Record<string, unknown>[],
    receipts: readonly string[] = [],
  ): Promise<ResponseOf<typeof recordEvents>> {
    const receivedAt = this.clock.now();
    const read = sent.map(readEvent);
    const { judgements, timedBy } = await this.db.transaction(
      actor,
      (tx) => this.record(tx, actor, { read, receipts, receivedAt }),
      [learnerLock(actor.personId)],
    );
    return {
      answers: read.flatMap((one, i) => answer(one, judgements[i], timedBy)),
      serverTime: receivedAt.toISOString(),
    };
  }

  private async record(tx: Tx, actor: Actor, batch: Batch): Promise<Judged> {
    const { read, receivedAt } = batch;
    const { personId, organisationId, postUnitIds } = actor;
    const readable = read.flatMap(({ event }) => (event === null ? [] : [event]));
    const versions = await versionOutlines(tx, organisationId, idsIn(readable, 'versionId'));
    const known = await this.events.known(tx, personId, readable);
    const ownCompletionIds = await this.completions.ownOf(tx, personId, idsIn(readable, 'completionId'));
    const answered = readable.filter(({ kind }) => kind === 'check-answered');
    const checks = await checkItems(tx, idsIn(answered, 'versionId'));
    const judgements = judgeEvents(read, { known, versions, checkItems: checks, ownCompletionIds });

    const taken = judgements.flatMap((one) => (one.outcome === 'accepted' ? [one.event] : []));
    const accepted = await this.time(tx, actor, taken, { ...batch, versions });
    const sender = { personId, organisationId, unitId: postUnitIds[0] ?? '' };
    const named = read.filter(({ barriers }, i) => barriers.length > 0 && judgements[i]?.outcome === 'accepted');
    await this.barriers.run(tx, sender, { answers: named.map(({ barriers }) => barriers), receivedAt });
    await this.events.add(tx, sender, accepted, receivedAt);
    await this.events.setAside(tx, sender, setAside(read, judgements), receivedAt);
    await this.following.run(tx, sender, { accepted, versions, receivedAt });
    const timedBy = new Map<string, { timedBy: TimedBy }>(known);
    for (const { event, timedBy: by } of accepted) timedBy.set(event.id, { timedBy: by });
    return { judgements, timedBy };
  }

  private async time(
    tx: Tx,
    actor: Actor,
    events: readonly LearnerEvent[],
    { versions, receipts, receivedAt }: Batch & { versions: ReadonlyMap<string, VersionOutline> },
  ): Promise<AcceptedEvent[]> {
    if (events.length === 0) return [];
    const about = events.map((event) => ('versionId' in event ? event.versionId : null));
    const earliest = await this.earliest.of(tx, actor, receipts, about);
    return events.map((event, i) => {
      const { at, offsetMs } = event;
      const notBefore = earliest(versions.get(about[i] ?? ''));
      return { event, ...timeOf({ at, offsetMs, receivedAt, notBefore }) };
    });
  }
}

type Batch = { read: readonly ReadEvent[]; receipts: readonly string[]; receivedAt: Date };
/** `timedBy`: of what is kept, by id. */
type Judged = { judgements: Judgement[]; timedBy: ReadonlyMap<string, { timedBy: TimedBy }> };

function idsIn(events: readonly LearnerEvent[], key: 'versionId' | 'completionId'): string[] {
  return [...new Set(events.flatMap((event) => (key in event ? [String(event[key as keyof LearnerEvent])] : [])))];
}

function setAside(read: readonly ReadEvent[], judgements: readonly Judgement[]) {
  return read.flatMap(({ id, raw }, i) => {
    const judgement = judgements[i];
    if (judgement?.outcome !== 'set-aside') return [];
    return [{ eventId: String(fitToKeep(id)), reason: judgement.reason, payload: Object(fitToKeep(raw)) }];
  });
}

function answer({ id, event }: ReadEvent, judgement: Judgement | undefined, kept: Judged['timedBy']): EventAnswer[] {
  if (judgement === undefined) return [];
  const { outcome } = judgement;
  if (outcome === 'set-aside') return [{ id, outcome, reason: judgement.reason }];
  return [{ id, outcome, timedBy: kept.get(event?.id ?? '')?.timedBy }];
}
