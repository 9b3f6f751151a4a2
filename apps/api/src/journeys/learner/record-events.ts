import { Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import type { EventAnswer, LearnerEvent, recordEvents } from '@rounds/contracts/event';
import type { ResponseOf } from '@rounds/contracts/endpoint';
import { learnerLock } from '../../domains/assessment/marking-locks.ts';
import { CompletionStore } from '../../domains/learning/completion.store.ts';
import { LearnerEventStore } from '../../domains/learning/learner-event.store.ts';
import { fitToKeep } from '../../domains/learning/rules/fit-to-keep.ts';
import { judgeEvents, type Judgement } from '../../domains/learning/rules/judge-events.ts';
import { readEvent, type ReadEvent } from '../../domains/learning/rules/read-event.ts';
import { timeOf } from '../../domains/learning/rules/time-of.ts';
import { Clock } from '../../platform/clock.ts';
import { Db, type Tx } from '../../platform/db.ts';
import { checkItems, type VersionOutline, versionOutlines } from '../../views/version-outline.view.ts';
import { FollowEvents } from './follow-events.ts';
import { KeepBarriers } from './keep-barriers.ts';

@Injectable()
export class RecordEvents {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: LearnerEventStore,
    private readonly completions: CompletionStore,
    private readonly following: FollowEvents,
    private readonly barriers: KeepBarriers,
  ) {}

  /** Keeps a batch in one transaction. Each event is accepted, known already, or set aside; none stops another. */
  async run(actor: Actor, sent: readonly Record<string, unknown>[]): Promise<ResponseOf<typeof recordEvents>> {
    const receivedAt = this.clock.now();
    const read = sent.map(readEvent);
    const judgements = await this.db.transaction(actor, (tx) => this.record(tx, actor, read, receivedAt), [
      learnerLock(actor.personId),
    ]);
    return {
      answers: judgements.map((judgement, i) => answer(read[i]?.id ?? '', judgement)),
      serverTime: receivedAt.toISOString(),
    };
  }

  private async record(tx: Tx, actor: Actor, read: readonly ReadEvent[], receivedAt: Date): Promise<Judgement[]> {
    const { personId, organisationId, postUnitIds } = actor;
    const readable = read.flatMap(({ event }) => (event === null ? [] : [event]));
    const versions = await versionOutlines(tx, organisationId, idsIn(readable, 'versionId'));
    const known = readable.length === 0 ? new Map() : await this.events.known(tx, personId, readable);
    const ownCompletionIds = await this.completions.ownOf(tx, personId, idsIn(readable, 'completionId'));
    const answered = readable.filter(({ kind }) => kind === 'check-answered');
    const checks = await checkItems(tx, idsIn(answered, 'versionId'));
    const judgements = judgeEvents(read, { known, versions, checkItems: checks, ownCompletionIds });

    const accepted = judgements.flatMap((one) =>
      one.outcome === 'accepted' ? [{ event: one.event, occurredAt: occurred(one.event, versions, receivedAt) }] : [],
    );
    const sender = { personId, organisationId, unitId: postUnitIds[0] ?? '' };
    const named = read.filter(({ barriers }, i) => barriers.length > 0 && judgements[i]?.outcome === 'accepted');
    await this.barriers.run(tx, sender, { answers: named.map(({ barriers }) => barriers), receivedAt });
    await this.events.add(tx, sender, accepted, receivedAt);
    await this.events.setAside(tx, sender, setAside(read, judgements), receivedAt);
    await this.following.run(tx, sender, { accepted, versions, receivedAt });
    return judgements;
  }
}

function occurred(event: LearnerEvent, versions: ReadonlyMap<string, VersionOutline>, receivedAt: Date): Date {
  const version = 'versionId' in event ? versions.get(event.versionId) : undefined;
  return timeOf({ at: event.at, receivedAt, ...(version && { publishedAt: version.publishedAt }) });
}

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

function answer(id: string, judgement: Judgement): EventAnswer {
  return judgement.outcome === 'set-aside'
    ? { id, outcome: 'set-aside', reason: judgement.reason }
    : { id, outcome: judgement.outcome };
}
