import * as z from 'zod/mini';
import { Html, ItemKey, LearnerItem, Option, OptionId } from './item.ts';

export const Level = z.enum(['foundation', 'intermediate', 'advanced']);
export type Level = z.infer<typeof Level>;
export const LearningAudience = z.enum(['clinicians', 'managers', 'operational-staff', 'patients']);
export type LearningAudience = z.infer<typeof LearningAudience>;

export const Strength = z.enum([
  'trial',
  'review',
  'cohort',
  'single-site',
  'guidance',
  'regulation',
  'commentary',
  'news',
]);
export type Strength = z.infer<typeof Strength>;

export const Reference = z.object({
  id: z.string(),
  authors: z.string(),
  title: z.string(),
  year: z.int(),
  container: z.string(),
  address: z.nullable(z.string()),
  /** False: the address was given from memory and nobody has opened it. */
  addressChecked: z.boolean(),
  strength: Strength,
  /** Year, month or day of the evidence: `2017`, `2025-04`, `2025-04-27`. */
  evidenceDate: z.string(),
  /** V: read in the owner's own text. V2: read in a secondary source. */
  mark: z.enum(['V', 'V2']),
  note: z.string(),
});
export type Reference = z.infer<typeof Reference>;

export const Outcome = z.object({ id: z.string(), text: z.string() });
export const Capability = z.object({ framework: z.string(), code: z.string() });
export const Standard = z.object({ body: z.string(), version: z.string(), code: z.string(), why: z.string() });
/** A named clinician who reviewed the content in its files. Never invented: null until a person did. */
export const Reviewer = z.object({
  name: z.string(),
  role: z.string(),
  registration: z.nullable(z.string()),
  on: z.string(),
});
export type Reviewer = z.infer<typeof Reviewer>;
export const HelpLine = z.object({ name: z.string(), contact: z.string(), note: z.string() });

const card = { cardId: z.string(), title: z.string(), sources: z.array(z.string()) };

export const ImageAsset = z.object({
  /** File name below the version's media address. */
  file: z.string(),
  alt: z.string(),
  licence: z.string(),
  credit: z.string(),
  bytes: z.int(),
  /** In pixels, for the place it takes before it has come; absent for a drawing, which brings its own. */
  width: z.optional(z.int()),
  height: z.optional(z.int()),
});

export const ScenarioNode = z.object({
  nodeId: z.string(),
  html: Html,
  /** Empty where the scenario ends. */
  choices: z.array(
    z.object({ choiceId: z.string(), text: z.string(), feedbackHtml: Html, to: z.nullable(z.string()) }),
  ),
});
export type ScenarioNode = z.infer<typeof ScenarioNode>;

/** A knowledge check carries its key and rationales, because it is formative and explained at once. */
export const CheckItem = z.extend(z.omit(LearnerItem, { outcomeId: true, safetyCritical: true }), ItemKey.shape);
export type CheckItem = z.infer<typeof CheckItem>;

export const Card = z.discriminatedUnion('kind', [
  z.object({ ...card, kind: z.literal('text'), html: Html }),
  z.object({ ...card, kind: z.literal('image'), html: Html, image: ImageAsset }),
  z.object({ ...card, kind: z.literal('callout'), html: Html, tone: z.enum(['note', 'caution', 'safety']) }),
  z.object({ ...card, kind: z.literal('reveal'), promptHtml: Html, revealHtml: Html }),
  z.object({ ...card, kind: z.literal('scenario'), html: Html, start: z.string(), nodes: z.array(ScenarioNode) }),
  z.object({ ...card, kind: z.literal('check'), html: Html, item: CheckItem }),
  z.object({
    ...card,
    kind: z.literal('decide-first'),
    html: Html,
    question: z.string(),
    options: z.array(z.extend(Option, { rationaleHtml: Html, unsafe: z.boolean() })),
    keyOptionId: OptionId,
    /** An invented tool's invented output; its suggestion is sometimes wrong. */
    tool: z.object({ name: z.string(), outputHtml: Html, suggests: OptionId }),
    learnedHtml: Html,
  }),
]);
export type Card = z.infer<typeof Card>;
export type CardOf<K extends Card['kind']> = Extract<Card, { kind: K }>;

/** What frozen publication sends a learner: everything but quiz keys and quiz rationales. */
export const LearnerDocument = z.object({
  versionId: z.uuid(),
  moduleId: z.uuid(),
  moduleCode: z.string(),
  pathId: z.uuid(),
  pathTitle: z.string(),
  /** `major.minor`. */
  version: z.string(),
  title: z.string(),
  summary: z.string(),
  language: z.string(),
  audience: z.array(LearningAudience),
  level: Level,
  /** Stated minutes: words ÷ 200 + half a minute a quiz item, rounded down (our choice). */
  minutes: z.int(),
  outcomes: z.array(Outcome),
  capabilities: z.array(Capability),
  standards: z.array(Standard),
  author: z.string(),
  aiUse: z.string(),
  reviewedBy: z.nullable(Reviewer),
  reviewBy: z.iso.date(),
  helpLine: z.nullable(HelpLine),
  contentWarning: z.nullable(z.string()),
  references: z.array(Reference),
  cards: z.array(Card),
  quiz: z.object({
    /** Items drawn for a try, 5 to 8. */
    size: z.int(),
    /** In marks: 6 means "6 of 8". */
    passMark: z.number(),
    items: z.array(LearnerItem),
  }),
});
export type LearnerDocument = z.infer<typeof LearnerDocument>;
