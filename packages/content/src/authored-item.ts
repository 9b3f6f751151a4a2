import * as z from 'zod';
import { Code, Markdown, OptionCode } from './authored-text.ts';

const option = { id: OptionCode, text: Markdown, unsafe: z.boolean().default(false) };
const Option = z.strictObject({ ...option, rationale: Markdown });
const MatchOption = z.strictObject({ ...option, rationale: Markdown.optional() });
const Prompt = z.strictObject({ id: OptionCode, text: Markdown, rationale: Markdown });

const shared = { id: Code, stem: Markdown, sources: z.array(Code).min(1) };

/** Three options are enough (Rodriguez 2005); the other bounds are our choice. */
const best = {
  ...shared,
  kind: z.literal('single-best-answer'),
  options: z.array(Option).min(3).max(5),
  key: OptionCode,
};
const multiple = {
  ...shared,
  kind: z.literal('multiple-response'),
  options: z.array(Option).min(4).max(6),
  key: z.array(OptionCode).min(1),
};
const ordering = {
  ...shared,
  kind: z.literal('ordering'),
  options: z.array(Option).min(3).max(6),
  key: z.array(OptionCode),
};
const matching = {
  ...shared,
  kind: z.literal('matching'),
  prompts: z.array(Prompt).min(3).max(5),
  options: z.array(MatchOption).min(2).max(6),
  /** Prompt to option. */
  key: z.record(OptionCode, OptionCode),
};

const inQuiz = { outcome: Code, card: Code, safetyCritical: z.boolean().default(false) };

/** A quiz item as written in items.yaml. */
export const AuthoredItem = z.discriminatedUnion('kind', [
  z.strictObject({ ...best, ...inQuiz }),
  z.strictObject({ ...multiple, ...inQuiz }),
  z.strictObject({ ...ordering, ...inQuiz }),
  z.strictObject({ ...matching, ...inQuiz }),
]);
export type AuthoredItem = z.infer<typeof AuthoredItem>;

/** Nothing is at stake in a knowledge check, so it cannot be safety-critical. */
const inCheck = { safetyCritical: z.literal(false).default(false) };

/** The item of a knowledge check. */
export const AuthoredCheck = z.discriminatedUnion('kind', [
  z.strictObject({ ...best, ...inCheck }),
  z.strictObject({ ...multiple, ...inCheck }),
  z.strictObject({ ...ordering, ...inCheck }),
  z.strictObject({ ...matching, ...inCheck }),
]);
export type AuthoredCheck = z.infer<typeof AuthoredCheck>;

export const AuthoredItems = z.array(AuthoredItem);
