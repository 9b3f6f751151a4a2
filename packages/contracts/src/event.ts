import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { Id } from './id.ts';
import { Certainty, OptionId, Response } from './item.ts';
import { Barrier, Confidence, Moment, Opinion, Setting } from './kindness.ts';
import { text } from './text.ts';

const cardId = text(80).check(z.minLength(1));
const inCard = { versionId: Id, cardId };

export const OffsetMs = z.optional(z.int());

/** Proof of when the server first gave this device a version; from `VersionState`. Opaque. */
export const Receipt = text(300);
export const Receipts = z.array(Receipt).check(z.maxLength(200));

/**
 * Whether the time that counts is the device's own, or that of its arrival because the device's lay before the server
 * gave it the version, or after the arrival.
 */
export const TimedBy = z.enum(['device', 'arrival']);
export type TimedBy = z.infer<typeof TimedBy>;

/**
 * What every learner event carries. `id` is a UUIDv7 made on the device; `seq` counts up on one device;
 * `at` is the device's own time with offset, `zone` its IANA zone. `offsetMs`: by how many milliseconds the device's
 * clock was ahead of the server's, as last known when the event was kept; absent when it was not known.
 */
const envelope = {
  id: Id,
  v: z.literal(1),
  deviceId: Id,
  seq: z.int().check(z.nonnegative()),
  at: z.iso.datetime({ offset: true }),
  zone: text(64),
  offsetMs: OffsetMs,
};

export const LearnerEvent = z.discriminatedUnion('kind', [
  z.object({ ...envelope, kind: z.literal('module-opened'), versionId: Id }),
  z.object({ ...envelope, kind: z.literal('card-viewed'), ...inCard }),
  z.object({
    ...envelope,
    kind: z.literal('check-answered'),
    ...inCard,
    response: Response,
  }),
  z.object({
    ...envelope,
    kind: z.literal('decision-made'),
    ...inCard,
    firstOptionId: OptionId,
    /** After the tool's output was seen; equal to the first when it was kept. */
    finalOptionId: OptionId,
    certainty: z.optional(Certainty),
  }),
  z.object({ ...envelope, kind: z.literal('scenario-chosen'), ...inCard, nodeId: text(80), choiceId: text(80) }),
  z.object({
    ...envelope,
    kind: z.literal('quiz-response-kept'),
    versionId: Id,
    tryNumber: z.int().check(z.gte(1), z.lte(100_000)),
    response: Response,
  }),
  z.object({ ...envelope, kind: z.literal('note-saved'), ...inCard, text: text(5000) }),
  z.object({
    ...envelope,
    kind: z.literal('reflection-saved'),
    completionId: Id,
    learnt: text(5000),
    means: text(5000),
    willDo: text(5000),
  }),
  z.object({
    ...envelope,
    kind: z.literal('problem-reported'),
    versionId: Id,
    /** The card, or the explained quiz item, where something is wrong. */
    place: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('card'), cardId }),
      z.object({ kind: z.literal('item'), itemId: Id }),
    ]),
    text: text(2000).check(z.minLength(1)),
  }),
  z.object({
    ...envelope,
    kind: z.literal('confidence-given'),
    versionId: Id,
    when: Moment,
    /** Left out by somebody who would rather not say. */
    confidence: z.optional(Confidence),
  }),
  z.object({
    ...envelope,
    kind: z.literal('feedback-given'),
    versionId: Id,
    // Each may be left out; without any the question was skipped.
    setting: z.optional(Setting),
    useful: z.optional(Opinion),
    willChangePractice: z.optional(Opinion),
    minutesTaken: z.optional(z.int().check(z.gte(1), z.lte(600))),
  }),
  z.object({
    ...envelope,
    kind: z.literal('barrier-answered'),
    versionId: Id,
    /** Sent by a device, and never kept with the event: answers are stored without the person. */
    choices: z.optional(z.array(Barrier).check(z.minLength(1), z.maxLength(2))),
  }),
  z.object({ ...envelope, kind: z.literal('barrier-skipped'), versionId: Id }),
]);
export type LearnerEvent = z.infer<typeof LearnerEvent>;
export type LearnerEventOf<K extends LearnerEvent['kind']> = Extract<LearnerEvent, { kind: K }>;

export const SetAsideReason = z.enum([
  'not-readable',
  'unknown-kind',
  'unknown-version',
  'unknown-place',
  'not-yours',
  'id-used-for-other-content',
]);
export type SetAsideReason = z.infer<typeof SetAsideReason>;

export const EventAnswer = z.object({
  id: z.string(),
  outcome: z.enum(['accepted', 'known', 'set-aside']),
  reason: z.optional(SetAsideReason),
  /** Absent when set aside. */
  timedBy: z.optional(TimedBy),
});
export type EventAnswer = z.infer<typeof EventAnswer>;

/** Events are judged one by one, so that a faulty one blocks nothing: the batch itself takes any objects. */
export const recordEvents = endpoint({
  method: 'POST',
  path: '/learner/events',
  summary: 'Record learner events; each is accepted, known, or set aside with a reason',
  audience: 'learner',
  policy: 'member',
  body: z.object({
    events: z.array(z.record(z.string(), z.unknown())).check(z.minLength(1), z.maxLength(200)),
    /** Of the versions that the events are about. One that is not this person's counts as none. */
    receipts: z.optional(Receipts),
  }),
  response: z.object({ answers: z.array(EventAnswer), serverTime: z.iso.datetime({ offset: true }) }),
});
