import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { Capability, LearningAudience, Level, Outcome, Reference, Standard } from './learner-document.ts';

/** Who vouches for the content: a reviewer named in its files, or one of this organisation's reviewers. */
export const ReviewedBy = z.object({
  name: z.string(),
  role: z.string(),
  on: z.iso.date(),
  where: z.enum(['file', 'organisation']),
});
export type ReviewedBy = z.infer<typeof ReviewedBy>;

export const LearningState = z.enum(['not-started', 'started', 'completed']);
export type LearningState = z.infer<typeof LearningState>;

export const ModuleSummary = z.object({
  moduleId: z.uuid(),
  versionId: z.uuid(),
  title: z.string(),
  summary: z.string(),
  minutes: z.int(),
  /** What opening it costs on the wire, in kilobytes of 1,000 bytes, rounded up. */
  kilobytes: z.int(),
  level: Level,
  audience: z.array(LearningAudience),
  capabilities: z.array(Capability),
  pathId: z.uuid(),
  pathTitle: z.string(),
  state: LearningState,
  completedOn: z.nullable(z.iso.date()),
  reviewedBy: z.nullable(ReviewedBy),
  /** Past its review-by date. */
  reviewOverdue: z.boolean(),
});
export type ModuleSummary = z.infer<typeof ModuleSummary>;

const search = z.string().check(z.maxLength(200));
export const CatalogueQuery = z.object({
  q: z.optional(search),
  /** "Minutes I have": modules of at most so many. */
  minutes: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(600))),
  /** `framework:code`, as `ADHT:4.1`. */
  capability: z.optional(z.string().check(z.maxLength(60))),
  level: z.optional(Level),
  audience: z.optional(LearningAudience),
  cursor: z.optional(z.string().check(z.maxLength(200))),
});
export type CatalogueQuery = z.infer<typeof CatalogueQuery>;

export const searchCatalogue = endpoint({
  method: 'GET',
  path: '/learner/modules',
  summary: 'Search the library',
  audience: 'learner',
  policy: 'member',
  query: CatalogueQuery,
  response: z.object({
    modules: z.array(ModuleSummary),
    nextCursor: z.nullable(z.string()),
    /** Values that occur in the whole library, for the filters. */
    capabilities: z.array(Capability),
    levels: z.array(Level),
    audiences: z.array(LearningAudience),
  }),
});

export const LearningPath = z.object({
  pathId: z.uuid(),
  title: z.string(),
  summary: z.string(),
  minutes: z.int(),
  modules: z.array(ModuleSummary),
  /** There is a kit for a team discussion of it. */
  hasDiscussion: z.boolean(),
});
export type LearningPath = z.infer<typeof LearningPath>;

export const readPath = endpoint({
  method: 'GET',
  path: '/learner/paths/:pathId',
  summary: 'One learning path with its modules in order',
  audience: 'learner',
  policy: 'member',
  params: z.object({ pathId: z.uuid() }),
  response: LearningPath,
  problems: ['not-found'],
});

export const ModulePage = z.extend(ModuleSummary, {
  version: z.string(),
  publishedOn: z.iso.date(),
  retired: z.boolean(),
  outcomes: z.array(Outcome),
  standards: z.array(Standard),
  author: z.string(),
  aiUse: z.string(),
  reviewBy: z.iso.date(),
  contentWarning: z.nullable(z.string()),
  references: z.array(Reference),
  cardCount: z.int(),
  quiz: z.object({ size: z.int(), passMark: z.number(), safetyCriticalItems: z.int() }),
  /** Whether a pass now would add minutes, and if not, why. */
  credit: z.object({
    counts: z.boolean(),
    reason: z.nullable(z.enum(['not-reviewed', 'already-awarded'])),
    nextRoundFrom: z.nullable(z.iso.date()),
  }),
  /** Recertification: this organisation asks for it again, and this is why. A pass answers it. */
  askedAgain: z.nullable(z.object({ reason: z.string(), askedOn: z.iso.date() })),
  /** Where to go on: the first card not yet seen, or the quiz. Null when nothing was opened. */
  resume: z.nullable(z.object({ cardNumber: z.int(), quiz: z.boolean() })),
  lastAttemptId: z.nullable(z.uuid()),
  lastAttemptPassed: z.nullable(z.boolean()),
});
export type ModulePage = z.infer<typeof ModulePage>;

export const readModule = endpoint({
  method: 'GET',
  path: '/learner/modules/:moduleId',
  summary: 'The page of one learning module, in its current version',
  audience: 'learner',
  policy: 'member',
  params: z.object({ moduleId: z.uuid() }),
  response: ModulePage,
  problems: ['not-found'],
});
