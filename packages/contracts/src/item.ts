import * as z from 'zod/mini';
import { Id } from './id.ts';

export const OptionId = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/));
export const ItemKind = z.enum(['single-best-answer', 'multiple-response', 'ordering', 'matching']);
export type ItemKind = z.infer<typeof ItemKind>;

/** Safe HTML made at publication; the web shows it as it is. */
export const Html = z.string().check(z.maxLength(20_000));

export const Option = z.object({ optionId: OptionId, html: Html });
export type Option = z.infer<typeof Option>;

/** An item as a learner meets it before passing: no key, no rationale. `prompts` is empty unless matching. */
export const LearnerItem = z.object({
  itemId: z.uuid(),
  kind: ItemKind,
  outcomeId: z.string(),
  /** Must be right to pass; said beforehand. */
  safetyCritical: z.boolean(),
  stemHtml: Html,
  prompts: z.array(Option),
  options: z.array(Option),
});
export type LearnerItem = z.infer<typeof LearnerItem>;

/** What is right: one option, a set, an order, or a pair for each prompt. */
export const Key = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('single-best-answer'), optionId: OptionId }),
  z.object({ kind: z.literal('multiple-response'), optionIds: z.array(OptionId).check(z.maxLength(12)) }),
  z.object({ kind: z.literal('ordering'), optionIds: z.array(OptionId).check(z.maxLength(12)) }),
  z.object({
    kind: z.literal('matching'),
    pairs: z.array(z.object({ promptId: OptionId, optionId: OptionId })).check(z.maxLength(12)),
  }),
]);
export type Key = z.infer<typeof Key>;

/** Why an option (or, when matching, a prompt's pair) is right or wrong. */
export const Rationale = z.object({ optionId: OptionId, html: Html, unsafe: z.boolean() });
export type Rationale = z.infer<typeof Rationale>;

/** Key and explanations of an item: for marking, for a knowledge check, and for a learner who has passed. */
export const ItemKey = z.object({
  key: Key,
  rationales: z.array(Rationale),
  /** References the key rests on. */
  sources: z.array(z.string()),
  /** The card to reread; null in a knowledge check. */
  cardId: z.nullable(z.string()),
});
export type ItemKey = z.infer<typeof ItemKey>;

/** An item as marking needs it. Never sent to a learner who has not passed. */
export const MarkingItem = z.extend(LearnerItem, ItemKey.shape);
export type MarkingItem = z.infer<typeof MarkingItem>;

/** 1 not very sure, 2 fairly sure, 3 very sure (Moodle's three steps). Optional, never part of a mark. */
export const Certainty = z.literal([1, 2, 3]);
export type Certainty = z.infer<typeof Certainty>;

/**
 * What was chosen for one item. `optionIds`: the choice, the set, or the order. `pairs`: matching only.
 * Both empty means unanswered.
 */
export const Response = z.object({
  itemId: Id,
  optionIds: z.array(OptionId).check(z.maxLength(12)),
  pairs: z._default(z.array(z.object({ promptId: OptionId, optionId: OptionId })).check(z.maxLength(12)), []),
  certainty: z.optional(Certainty),
});
export type Response = z.infer<typeof Response>;
