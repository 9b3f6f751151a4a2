import * as z from 'zod';
import { AuthoredCheck } from './authored-item.ts';
import { Code, Markdown, OptionCode, Plain } from './authored-text.ts';

const body = { body: Markdown };
/** A lead-in or caption may be left out. */
const bodyOrNone = { body: z.string().trim().max(6000) };
const shared = { id: Code, title: Plain.max(120), sources: z.array(Code).default([]) };

const Pixels = z.int().min(1).max(4000);

const Image = z.strictObject({
  file: z
    .string()
    .regex(/^media\/[a-z0-9-]+\.(svg|png|webp|jpg)$/, 'must be media/<name> with .svg, .png, .webp or .jpg'),
  alt: Plain,
  licence: Plain,
  credit: Plain,
  /** In pixels; a drawing brings its own. */
  width: Pixels.optional(),
  height: Pixels.optional(),
  /** Why the picture costs more than pictures may. */
  heavyBecause: Plain.optional(),
});

const Choice = z.strictObject({ id: OptionCode, text: Plain, feedback: Markdown, to: z.nullable(Code) });
const Node = z.strictObject({ id: Code, text: Markdown, choices: z.array(Choice).max(5).default([]) });

const DecideOption = z.strictObject({
  id: OptionCode,
  text: Markdown,
  rationale: Markdown,
  unsafe: z.boolean().default(false),
});

/** A card's front matter, with its Markdown as `body`. */
export const AuthoredCard = z.discriminatedUnion('kind', [
  z.strictObject({ ...shared, ...body, kind: z.literal('text') }),
  z.strictObject({ ...shared, ...bodyOrNone, kind: z.literal('image'), image: Image }),
  z.strictObject({ ...shared, ...body, kind: z.literal('callout'), tone: z.enum(['note', 'caution', 'safety']) }),
  z.strictObject({
    ...shared,
    kind: z.literal('reveal'),
    body: Markdown.regex(/\S\n+===\n+\S/, 'must have a line === between the prompt and what is revealed'),
  }),
  z.strictObject({ ...shared, ...body, kind: z.literal('scenario'), start: Code, nodes: z.array(Node).min(1).max(12) }),
  z.strictObject({ ...shared, ...bodyOrNone, kind: z.literal('check'), item: AuthoredCheck }),
  z.strictObject({
    ...shared,
    ...body,
    kind: z.literal('decide-first'),
    question: Plain,
    options: z.array(DecideOption).min(2).max(5),
    key: OptionCode,
    tool: z.strictObject({ name: Plain, output: Markdown, suggests: OptionCode }),
    learned: Markdown,
  }),
]);
export type AuthoredCard = z.infer<typeof AuthoredCard>;
export type AuthoredCardOf<K extends AuthoredCard['kind']> = Extract<AuthoredCard, { kind: K }>;

/** What comes before and after the line `===` of a reveal card; `revealFrom` is the body's line where the second begins. */
export function splitReveal({ body: text }: AuthoredCardOf<'reveal'>): {
  prompt: string;
  reveal: string;
  revealFrom: number;
} {
  const lines = text.split('\n');
  const at = lines.indexOf('===');
  const revealFrom = lines.findIndex((line, i) => i > at && line.trim() !== '');
  return { prompt: lines.slice(0, at).join('\n').trim(), reveal: lines.slice(revealFrom).join('\n'), revealFrom };
}
