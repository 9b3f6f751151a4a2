import { Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import { AttemptBody } from '@rounds/contracts/attempt';
import type { HandInAttemptAnswer, HandInContent, HandInEventAnswer } from '@rounds/contracts/hand-in';
import type { ProblemCode } from '@rounds/contracts/problem';
import { AttemptStore } from '../../domains/assessment/attempt.store.ts';
import { LearnerEventStore } from '../../domains/learning/learner-event.store.ts';
import { fitToKeep } from '../../domains/learning/rules/fit-to-keep.ts';
import { readEvent } from '../../domains/learning/rules/read-event.ts';
import { Clock } from '../../platform/clock.ts';
import { Db } from '../../platform/db.ts';
import { Refusal } from '../../platform/problems.ts';
import { versionOutlines } from '../../views/version-outline.view.ts';
import { RecordEvents } from './record-events.ts';
import { SubmitAttempt } from './submit-attempt.ts';

type Raw = Record<string, unknown>;
/** Titles of modules, by version. */
type Titles = ReadonlyMap<string, { title: string }>;

/** As many events as one request of a device brings. */
const BATCH = 200;
const ID_SHOWN = 100;

/** Takes the actions of a hand-in file by the use cases that take them from a device. */
@Injectable()
export class TakeHandedInWork {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly recording: RecordEvents,
    private readonly submitting: SubmitAttempt,
    private readonly attempts: AttemptStore,
    private readonly events: LearnerEventStore,
  ) {}

  /** Events first: a module opened before it was retired lets its quiz count. */
  async run(
    actor: Actor,
    content: HandInContent,
  ): Promise<{ events: HandInEventAnswer[]; attempts: HandInAttemptAnswer[] }> {
    const titles = await this.titlesOf(actor, content);
    const events = await this.takeEvents(actor, content, titles);
    return { events, attempts: await this.takeAttempts(actor, content, titles) };
  }

  private async titlesOf(actor: Actor, { events, attempts }: HandInContent): Promise<Titles> {
    const ofEvents = events.flatMap((raw) => versionOf(raw) ?? []);
    const ofAttempts = attempts.flatMap((raw) => AttemptBody.safeParse(raw).data?.versionId ?? []);
    const ids = [...new Set([...ofEvents, ...ofAttempts])];
    return this.db.read(actor, (tx) => versionOutlines(tx, actor.organisationId, ids));
  }

  private async takeEvents(actor: Actor, content: HandInContent, titles: Titles): Promise<HandInEventAnswer[]> {
    const taken: HandInEventAnswer[] = [];
    for (let at = 0; at < content.events.length; at += BATCH) {
      const batch = content.events.slice(at, at + BATCH);
      const { answers } = await this.recording.run(actor, batch, content.receipts);
      for (const [i, answer] of answers.entries()) taken.push({ ...answer, ...shownOf(batch[i] ?? {}, titles) });
    }
    return taken;
  }

  private async takeAttempts(actor: Actor, content: HandInContent, titles: Titles): Promise<HandInAttemptAnswer[]> {
    const read = content.attempts.map((raw) => AttemptBody.safeParse(raw).data ?? null);
    const ids = read.flatMap((body) => body?.attemptId ?? []);
    const known = await this.db.read(actor, (tx) => this.attempts.keptOf(tx, actor.personId, ids));
    const taken: HandInAttemptAnswer[] = [];
    for (const [i, body] of read.entries()) {
      const raw = content.attempts[i] ?? {};
      if (body === null) {
        taken.push(await this.setAside(actor, raw, 'invalid-request', null));
        continue;
      }
      const answer = await this.takeAttempt(actor, body, { receipts: content.receipts, titles });
      taken.push(answer.outcome === 'accepted' && known.has(body.attemptId) ? { ...answer, outcome: 'known' } : answer);
      if (answer.outcome === 'accepted') known.add(body.attemptId);
    }
    return taken;
  }

  private async takeAttempt(
    actor: Actor,
    body: AttemptBody,
    { receipts, titles }: { receipts: readonly string[]; titles: Titles },
  ): Promise<HandInAttemptAnswer> {
    const moduleTitle = titles.get(body.versionId)?.title ?? null;
    try {
      const { passed, timedBy } = await this.submitting.run(actor, body, receipts);
      return { attemptId: body.attemptId, outcome: 'accepted', moduleTitle, passed, timedBy };
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      return this.setAside(actor, body, fault.code, moduleTitle);
    }
  }

  /** Keeps what was refused: the file may be the last of it. */
  private async setAside(
    actor: Actor,
    raw: Raw,
    reason: ProblemCode,
    moduleTitle: string | null,
  ): Promise<HandInAttemptAnswer> {
    const attemptId = String(fitToKeep(raw['attemptId'] ?? '')).slice(0, ID_SHOWN);
    const one = { eventId: attemptId, reason, payload: Object(fitToKeep(raw)) };
    await this.db.transaction(actor, (tx) => this.events.setAside(tx, actor, [one], this.clock.now()));
    return { attemptId, outcome: 'set-aside', reason, moduleTitle, passed: null };
  }
}

function versionOf(raw: Raw): string | null {
  const { event } = readEvent(raw);
  return event !== null && 'versionId' in event ? event.versionId : null;
}

function shownOf(raw: Raw, titles: Titles): Pick<HandInEventAnswer, 'kind' | 'moduleTitle'> {
  const { event } = readEvent(raw);
  return { kind: event?.kind ?? null, moduleTitle: titles.get(versionOf(raw) ?? '')?.title ?? null };
}
