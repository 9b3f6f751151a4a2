import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { EventAnswer, Receipts, TimedBy } from './event.ts';
import { ProblemCode } from './problem.ts';
import { text } from './text.ts';

/** Largest file that is taken, in bytes. */
export const HAND_IN_BYTES = 5_000_000;
/** Most of each that one file holds; a device with more makes several. */
export const HAND_IN_EVENTS = 2000;
export const HAND_IN_ATTEMPTS = 100;

/** First part of HKDF's info; `keyId` and `ephemeralKey` follow it, so that a key fits one file alone. */
export const HAND_IN_INFO = 'rounds-hand-in/1';

/**
 * The file that brings work from a device that cannot send it. Sealed to the server's key: ECDH on P-256 with a key made
 * for this file, HKDF-SHA-256, AES-256-GCM. Binary parts in base64url.
 */
export const HandInFile = z.object({
  format: z.literal('rounds-hand-in'),
  v: z.literal(1),
  /** The server's key it was sealed to. */
  keyId: text(64),
  /** The file's own public key, SPKI. */
  ephemeralKey: text(200),
  /** 12 bytes. */
  iv: text(16),
  /** `HandInContent` as JSON in UTF-8, with GCM's tag of 16 bytes behind it. */
  sealed: text(HAND_IN_BYTES - 1000),
});
export type HandInFile = z.infer<typeof HandInFile>;

const anyObject = z.record(z.string(), z.unknown());

/** What is sealed. Events and attempts as they would have been sent; each is judged by itself. */
export const HandInContent = z.object({
  /** `<personId>/<organisationId>`, as in the header `SENT_FOR`. */
  owner: text(73),
  /** By the device's clock. */
  madeAt: z.iso.datetime({ offset: true }),
  events: z.array(anyObject).check(z.maxLength(HAND_IN_EVENTS)),
  /** Each an `AttemptBody`. */
  attempts: z.array(anyObject).check(z.maxLength(HAND_IN_ATTEMPTS)),
  /** One for each version that the device was given. */
  receipts: Receipts,
});
export type HandInContent = z.infer<typeof HandInContent>;

/** With what a screen lists it by; null for what cannot be read or seen. */
export const HandInEventAnswer = z.extend(EventAnswer, {
  kind: z.nullable(z.string()),
  moduleTitle: z.nullable(z.string()),
});
export type HandInEventAnswer = z.infer<typeof HandInEventAnswer>;

export const HandInAttemptAnswer = z.object({
  /** As sent; may be no uuid at all. */
  attemptId: z.string(),
  outcome: z.enum(['accepted', 'known', 'set-aside']),
  /** Why it was set aside: what submitting it would have been refused with. */
  reason: z.optional(ProblemCode),
  moduleTitle: z.nullable(z.string()),
  /** Null when set aside. */
  passed: z.nullable(z.boolean()),
  timedBy: z.optional(TimedBy),
});
export type HandInAttemptAnswer = z.infer<typeof HandInAttemptAnswer>;

export const HandInAnswer = z.object({
  /** `known`: this content was handed in before. Nothing was changed, and nothing is listed again. */
  outcome: z.enum(['accepted', 'known']),
  /** When it was handed in first. */
  handedInAt: z.iso.datetime({ offset: true }),
  /** By the device's clock. */
  madeAt: z.iso.datetime({ offset: true }),
  events: z.array(HandInEventAnswer),
  attempts: z.array(HandInAttemptAnswer),
});
export type HandInAnswer = z.infer<typeof HandInAnswer>;

export const handIn = endpoint({
  method: 'POST',
  path: '/learner/hand-ins',
  summary: 'Hand in a file of work kept on a device: each action is accepted, known, or set aside with a reason',
  audience: 'learner',
  policy: 'member',
  audit: 'hand-in.accepted',
  body: HandInFile,
  response: HandInAnswer,
  problems: ['file-not-readable', 'file-not-yours', 'file-of-other-organisation', 'body-too-large'],
});
