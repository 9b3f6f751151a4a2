import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import type { AttemptBody, AttemptResult } from '@rounds/contracts/attempt';
import { civilDate } from '@rounds/rules/civil-date';
import { contentHash } from '../../domains/assessment/attempt.store.ts';
import { locksToMark } from '../../domains/assessment/marking-locks.ts';
import { creditable } from '../../domains/content/rules/creditable.ts';
import { noSuchVersion } from '../../domains/content/version.policy.ts';
import { type VersionForMarking, VersionStore } from '../../domains/content/version.store.ts';
import { LearnerEventStore } from '../../domains/learning/learner-event.store.ts';
import { timeOf, type Timing } from '../../domains/learning/rules/time-of.ts';
import { Clock } from '../../platform/clock.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Db, type Tx } from '../../platform/db.ts';
import { beforeSubmission, type BeforeSubmission } from '../../views/submission.view.ts';
import { attemptResult } from './attempt-result.ts';
import { decideAttempt } from './decide-attempt.ts';
import { Earliest } from './earliest.ts';
import { RecordAttempt, type Submission } from './record-attempt.ts';
import { idUsedForOtherContent, versionRetired } from './refuse-attempt.ts';

@Injectable()
export class SubmitAttempt {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly versions: VersionStore,
    private readonly events: LearnerEventStore,
    private readonly earliest: Earliest,
    private readonly recording: RecordAttempt,
  ) {}

  /**
   * Marks, completes and credits one try, all or nothing. The same try again gives its answer again. `receipts`: given
   * beside the try's own.
   */
  async run(actor: Actor, body: AttemptBody, receipts: readonly string[] = []): Promise<AttemptResult> {
    const result = await this.db.transaction(actor, (tx) => this.submit(tx, actor, body, receipts), locksToMark(actor));
    if (result === null) throw idUsedForOtherContent();
    return result;
  }

  private async submit(
    tx: Tx,
    actor: Actor,
    body: AttemptBody,
    receipts: readonly string[],
  ): Promise<AttemptResult | null> {
    const { personId, organisationId } = actor;
    const receivedAt = this.clock.now();
    const version = await this.versions.forMarking(tx, body.versionId, organisationId);
    if (version === null) throw noSuchVersion();
    const { occurredAt, timedBy } = await this.timing(tx, actor, body, { version, receipts, receivedAt });
    const before = await beforeSubmission(tx, asked(actor, body, version, occurredAt));
    if (before.known !== null) return this.answerAgain(tx, actor, body, { version, known: before.known, receivedAt });
    const retired = version.retiredAt !== null && version.retiredAt <= receivedAt;
    if (retired && !before.openedBeforeRetirement) throw versionRetired();

    const counts = creditable({ reviewedBy: version.reviewedBy, demo: this.config.demo });
    // Leads see a completion's id, and never the time of day: it may hold none.
    const decision = decideAttempt({ personId, body, version, before, counts, freshId: randomUUID() });
    const submission: Submission = { personId, organisationId, body, version, before, occurredAt, timedBy, receivedAt };
    await this.recording.run(tx, submission, decision);

    const { attemptId, tryNumber, responses } = body;
    const mark = { ...decision.marking, sequence: 1 };
    return attemptResult(version, { attemptId, versionId: version.versionId, tryNumber, responses, timedBy, mark });
  }

  private async timing(
    tx: Tx,
    actor: Actor,
    body: AttemptBody,
    { version, receipts, receivedAt }: ToTime,
  ): Promise<Timing> {
    const { at, offsetMs, receipt } = body;
    const own = receipt === undefined ? [] : [receipt];
    const earliest = await this.earliest.of(tx, actor, [...own, ...receipts], [version.versionId]);
    return timeOf({ at, offsetMs, receivedAt, notBefore: earliest(version) });
  }

  /** Null for other content under a known id, which is set aside. */
  private async answerAgain(
    tx: Tx,
    actor: Actor,
    body: AttemptBody,
    { version, known, receivedAt }: Again,
  ): Promise<AttemptResult | null> {
    if (contentHash(body).toString('hex') === known.contentHash) return attemptResult(version, known);
    const other = { eventId: body.attemptId, reason: 'id-used-for-other-content', payload: body } as const;
    await this.events.setAside(tx, actor, [other], receivedAt);
    return null;
  }
}

type Arrived = { version: VersionForMarking; receivedAt: Date };
type ToTime = Arrived & { receipts: readonly string[] };
type Again = Arrived & { known: NonNullable<BeforeSubmission['known']> };

function asked(actor: Actor, body: AttemptBody, version: VersionForMarking, occurredAt: Date) {
  const { personId, organisationId, postUnitIds } = actor;
  const date = civilDate(occurredAt, body.zone);
  return {
    personId,
    organisationId,
    fallbackUnitId: postUnitIds[0] ?? '',
    attemptId: body.attemptId,
    versionId: version.versionId,
    moduleId: version.moduleId,
    occurredAt,
    place: date === null ? null : { zone: body.zone, date },
    retiredAt: version.retiredAt,
  };
}
