import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { OffsetMs, Receipt, TimedBy } from './event.ts';
import { Id } from './id.ts';
import { Key, Rationale, Response } from './item.ts';
import { text } from './text.ts';

/** Score in xAPI terms: `raw` of `max` marks, `scaled` from 0 to 1; unrounded. */
export const Score = z.object({ raw: z.number(), max: z.number(), scaled: z.number() });
export type Score = z.infer<typeof Score>;

export const CreditOutcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('awarded'), creditMinutes: z.int(), round: z.int() }),
  z.object({
    outcome: z.literal('not-awarded'),
    /** `not-reviewed`: the completion stands, without minutes, until a named reviewer has signed the version off. */
    reason: z.enum(['not-passed', 'already-awarded', 'not-reviewed']),
    /** When the next round opens, if already awarded. */
    nextRoundFrom: z.nullable(z.iso.date()),
  }),
]);
export type CreditOutcome = z.infer<typeof CreditOutcome>;

/**
 * One item after marking. Before a pass `key` is null and `rationales` holds only those of wrong options that
 * were chosen; after a pass both are complete.
 */
export const ItemResult = z.object({
  itemId: z.uuid(),
  /** 0 to 1. */
  fraction: z.number(),
  response: Response,
  key: z.nullable(Key),
  rationales: z.array(Rationale),
  sources: z.array(z.string()),
  cardId: z.nullable(z.string()),
});
export type ItemResult = z.infer<typeof ItemResult>;

export const AttemptResult = z.object({
  attemptId: z.uuid(),
  versionId: z.uuid(),
  moduleId: z.uuid(),
  moduleTitle: z.string(),
  tryNumber: z.int(),
  score: Score,
  passMark: z.number(),
  passed: z.boolean(),
  /** A safety-critical item was wrong, so the try is not passed whatever the score. */
  safetyItemMissed: z.boolean(),
  items: z.array(ItemResult),
  completionId: z.nullable(z.uuid()),
  credit: CreditOutcome,
  /** True when an educator mended an item after this try and it was marked again. */
  remarked: z.boolean(),
  timedBy: z.optional(TimedBy),
});
export type AttemptResult = z.infer<typeof AttemptResult>;

export const AttemptBody = z.object({
  /** Made on the device. Unique for the person: the same content again gives the same answer. */
  attemptId: Id,
  versionId: Id,
  tryNumber: z.int().check(z.gte(1), z.lte(100_000)),
  responses: z.array(Response).check(z.maxLength(20)),
  deviceId: Id,
  seq: z.int().check(z.nonnegative()),
  at: z.iso.datetime({ offset: true }),
  zone: text(64),
  offsetMs: OffsetMs,
  /** Of this version. */
  receipt: z.optional(Receipt),
});
export type AttemptBody = z.infer<typeof AttemptBody>;

export const submitAttempt = endpoint({
  method: 'POST',
  path: '/learner/attempts',
  summary: 'Submit one try at a quiz: marked, completed and credited in one transaction',
  audience: 'learner',
  policy: 'member',
  body: AttemptBody,
  response: AttemptResult,
  problems: [
    'not-found',
    'version-retired',
    'unknown-item',
    'item-outside-draw',
    'unknown-option',
    'too-many-options',
    'id-used-for-other-content',
  ],
});

export const readAttempt = endpoint({
  method: 'GET',
  path: '/learner/attempts/:attemptId',
  summary: 'The result of one of my tries',
  audience: 'learner',
  policy: 'member',
  params: z.object({ attemptId: z.uuid() }),
  response: AttemptResult,
  problems: ['not-found'],
});
