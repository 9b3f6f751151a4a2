import * as z from 'zod/mini';
import { Day } from './day.ts';
import { endpoint } from './endpoint.ts';
import { text } from './text.ts';

/** What a person is asked to do again. `reason` is what they read; the day is the organisation's. */
export const AskedAgain = z.object({ reason: z.string(), askedOn: Day });
export type AskedAgain = z.infer<typeof AskedAgain>;

/** While a request is open, asking again changes nothing and gives that one. */
export const askAgain = endpoint({
  method: 'POST',
  path: '/cpd-lead/completion-records/:recordId/recertification',
  summary: 'Ask a person to do a completed module again: a pass then earns its minutes at once',
  audience: 'cpd-lead',
  policy: ['cpd-lead'],
  audit: 'recertification.asked',
  params: z.object({ recordId: z.uuid() }),
  body: z.object({ reason: text(300).check(z.trim(), z.minLength(1, 'Write why.')) }),
  response: AskedAgain,
  problems: ['not-found', 'not-completed', 'version-retired'],
});
