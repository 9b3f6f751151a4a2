import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { Standard } from './learner-document.ts';

export const Reflection = z.object({
  reflectionId: z.uuid(),
  learnt: z.string(),
  means: z.string(),
  willDo: z.string(),
  writtenAt: z.iso.datetime({ offset: true }),
});
export type Reflection = z.infer<typeof Reflection>;

/** One completed module in the CPD record. Copies what must stay true at appraisal. */
export const CpdEntry = z.object({
  completionId: z.uuid(),
  moduleId: z.uuid(),
  attemptId: z.uuid(),
  title: z.string(),
  provider: z.string(),
  pathId: z.uuid(),
  pathTitle: z.string(),
  version: z.string(),
  round: z.int(),
  /** 0 when the version was not reviewed at the time. */
  creditMinutes: z.int(),
  noMinutesReason: z.nullable(z.enum(['not-reviewed', 'already-awarded'])),
  /** The civil date where the learner was. */
  completedOn: z.iso.date(),
  organisationName: z.string(),
  /** As printed: the reviewer's name and role, or null for "Not yet reviewed by a clinician". */
  reviewedBy: z.nullable(z.string()),
  hasReflection: z.boolean(),
});
export type CpdEntry = z.infer<typeof CpdEntry>;

export const readCpdRecord = endpoint({
  method: 'GET',
  path: '/learner/cpd-record',
  summary: 'My CPD record of a calendar year, by learning path',
  audience: 'learner',
  policy: 'member',
  query: z.object({ year: z.optional(z.coerce.number().check(z.int(), z.gte(2000), z.lte(2200))) }),
  response: z.object({
    year: z.int(),
    /** Years that hold an entry, latest first; always holds this year. */
    years: z.array(z.int()),
    from: z.iso.date(),
    to: z.iso.date(),
    creditMinutes: z.int(),
    paths: z.array(
      z.object({ pathId: z.uuid(), title: z.string(), creditMinutes: z.int(), entries: z.array(CpdEntry) }),
    ),
    /** Participatory: team discussions I confirmed. 0 minutes while I am the only one who did. Not in `creditMinutes`. */
    discussions: z.array(
      z.object({
        discussionId: z.uuid(),
        pathTitle: z.string(),
        on: z.iso.date(),
        minutes: z.int(),
        line: z.string(),
      }),
    ),
  }),
});

export const CpdEntryDetail = z.extend(CpdEntry, {
  versionId: z.uuid(),
  completedAt: z.iso.datetime({ offset: true }),
  receivedAt: z.iso.datetime({ offset: true }),
  unitName: z.string(),
  standards: z.array(Standard),
  /** Latest first; earlier texts stay. */
  reflections: z.array(Reflection),
});
export type CpdEntryDetail = z.infer<typeof CpdEntryDetail>;

export const readCpdEntry = endpoint({
  method: 'GET',
  path: '/learner/cpd-record/:completionId',
  summary: 'One entry of my CPD record',
  audience: 'learner',
  policy: 'member',
  params: z.object({ completionId: z.uuid() }),
  response: CpdEntryDetail,
  problems: ['not-found'],
});
