import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { text } from './text.ts';

const educator = { audience: 'educator', policy: ['educator', 'reviewer'] } as const;

export const ProblemPlace = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('card'), cardId: z.string(), title: z.string() }),
  /** `stem`: in plain words. */
  z.object({ kind: z.literal('item'), itemId: z.uuid(), stem: z.string() }),
]);
export type ProblemPlace = z.infer<typeof ProblemPlace>;

export const ProblemAnswer = z.object({ text: z.string(), answeredOn: z.iso.date(), answeredBy: z.string() });

/** "Something wrong here?" as an educator sees it. Its sender is known by post and unit alone, never by name. */
export const ProblemReport = z.object({
  reportId: z.uuid(),
  moduleId: z.uuid(),
  versionId: z.uuid(),
  moduleTitle: z.string(),
  /** `major.minor`. */
  version: z.string(),
  place: ProblemPlace,
  text: z.string(),
  reportedOn: z.iso.date(),
  /** Empty when the sender held no post on that day. */
  senderPost: z.string(),
  senderUnit: z.string(),
  answer: z.nullable(ProblemAnswer),
});
export type ProblemReport = z.infer<typeof ProblemReport>;

export const listProblemReports = endpoint({
  method: 'GET',
  path: '/educator/problem-reports',
  summary: 'Problems that learners reported; open ones first, then the latest',
  ...educator,
  query: z.object({
    state: z.optional(z.enum(['open', 'answered'])),
    cursor: z.optional(z.string().check(z.maxLength(300))),
  }),
  response: z.object({ reports: z.array(ProblemReport), open: z.int(), nextCursor: z.nullable(z.string()) }),
});

export const answerProblemReport = endpoint({
  method: 'POST',
  path: '/educator/problem-reports/:reportId/answer',
  summary: 'Answer a reported problem, once; its sender sees the answer on Today',
  ...educator,
  audit: 'problem-report.answered',
  params: z.object({ reportId: z.uuid() }),
  body: z.object({ text: text(2000).check(z.trim(), z.minLength(1)) }),
  status: 201,
  response: ProblemReport,
  problems: ['not-found', 'already-done'],
});
