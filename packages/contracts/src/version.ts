import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { Receipt } from './event.ts';
import { Certainty, OptionId, Response } from './item.ts';
import { Confidence } from './kindness.ts';
import { LearnerDocument } from './learner-document.ts';

const versionId = { params: z.object({ versionId: z.uuid() }) };

/** The frozen document, sent as the stored bytes with an ETag (Brotli when the client takes it). */
export const readDocument = endpoint({
  method: 'GET',
  path: '/learner/versions/:versionId/document',
  summary: 'The learner document of a published version',
  audience: 'learner',
  policy: 'member',
  ...versionId,
  response: LearnerDocument,
  problems: ['not-found'],
});

export const readMedia = endpoint({
  method: 'GET',
  path: '/learner/versions/:versionId/media/:file',
  summary: 'An image of a published version',
  audience: 'learner',
  policy: 'member',
  params: z.object({ versionId: z.uuid(), file: z.string().check(z.regex(/^[a-z0-9-]+\.(svg|png|webp|jpg)$/)) }),
  responseType: 'image/*',
  problems: ['not-found'],
});

/** Progress in one version, derived from the learner's events by `deriveProgress`. */
export const Progress = z.object({
  viewedCardIds: z.array(z.string()),
  /** The card seen last, on any device. */
  lastCardId: z.nullable(z.string()),
  /** Latest response to each knowledge check, by card. */
  checks: z.record(z.string(), Response),
  decisions: z.record(
    z.string(),
    z.object({ firstOptionId: OptionId, finalOptionId: OptionId, certainty: z.optional(Certainty) }),
  ),
  /** Choices made in each scenario, in order. */
  scenarios: z.record(z.string(), z.array(z.object({ nodeId: z.string(), choiceId: z.string() }))),
  notes: z.record(z.string(), z.string()),
  /** Answers kept for a try not yet submitted, by item. */
  quizDraft: z.nullable(z.object({ tryNumber: z.int(), responses: z.record(z.string(), Response) })),
  /** What was said of confidence; null for a question that was skipped. */
  confidence: z.optional(
    z.object({ before: z.optional(z.nullable(Confidence)), after: z.optional(z.nullable(Confidence)) }),
  ),
  /** The questions after a pass were answered or skipped. */
  feedbackGiven: z.optional(z.literal(true)),
});
export type Progress = z.infer<typeof Progress>;

export const VersionState = z.object({
  progress: Progress,
  nextTryNumber: z.int(),
  lastAttemptId: z.nullable(z.uuid()),
  passedAttemptId: z.nullable(z.uuid()),
  /** The device keeps the first one it gets for a version, and sends it with events and attempts of that version. */
  receipt: Receipt,
});
export type VersionState = z.infer<typeof VersionState>;

export const readVersionState = endpoint({
  method: 'GET',
  path: '/learner/versions/:versionId/state',
  summary: 'Where I am in one version: cards seen, answers, notes, the number of the next try',
  audience: 'learner',
  policy: 'member',
  ...versionId,
  response: VersionState,
  problems: ['not-found'],
});
