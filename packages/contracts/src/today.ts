import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { ModuleSummary } from './catalogue.ts';

export const Today = z.object({
  /** The civil date in the organisation's zone. */
  date: z.iso.date(),
  continue: z.nullable(
    z.object({
      moduleId: z.uuid(),
      versionId: z.uuid(),
      title: z.string(),
      cardNumber: z.int(),
      cardCount: z.int(),
      minutesLeft: z.int(),
      quizSize: z.int(),
      /** All cards are seen; the quiz is next. */
      atQuiz: z.boolean(),
    }),
  ),
  /** A module left a week ago or longer: what got in the way may be asked, once a module and once a month. */
  leftOff: z.nullable(z.object({ versionId: z.uuid(), title: z.string(), lastOn: z.iso.date() })),
  recommended: z.nullable(z.object({ module: ModuleSummary, reason: z.string() })),
  /** Completions without a reflection, latest first, at most three. */
  toReflect: z.array(z.object({ completionId: z.uuid(), title: z.string(), completedOn: z.iso.date() })),
  toReflectCount: z.int(),
  year: z.object({ year: z.int(), creditMinutes: z.int() }),
  /** Answers to problems this learner reported, from the last 30 days. */
  answers: z.array(
    z.object({
      reportId: z.uuid(),
      title: z.string(),
      question: z.string(),
      answer: z.string(),
      answeredOn: z.iso.date(),
    }),
  ),
});
export type Today = z.infer<typeof Today>;

export const readToday = endpoint({
  method: 'GET',
  path: '/learner/today',
  summary: 'What to do now: continue, one recommendation with its reason, reflections, this year',
  audience: 'learner',
  policy: 'member',
  response: Today,
});
