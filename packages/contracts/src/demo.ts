import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';

/** The people who can sign in to the demo, and only there. */
export const DEMO_SIGN_INS = [
  { who: 'clinician', label: 'Clinician', email: 'clinician@demo.rounds.test' },
  { who: 'educator', label: 'Educator', email: 'educator@demo.rounds.test' },
  { who: 'reviewer', label: 'Reviewer', email: 'reviewer@demo.rounds.test' },
  { who: 'lead', label: 'CPD lead', email: 'lead@demo.rounds.test' },
  { who: 'manager', label: 'Manager', email: 'manager@demo.rounds.test' },
  { who: 'admin', label: 'Admin', email: 'admin@demo.rounds.test' },
] as const;
export const DEMO_PASSWORD = 'rounds-demo';

export const DemoMail = z.object({
  mailId: z.uuid(),
  recipient: z.string(),
  subject: z.string(),
  text: z.string(),
  sentAt: z.iso.datetime({ offset: true }),
});
export type DemoMail = z.infer<typeof DemoMail>;

/** Does not exist outside demo mode. */
export const readDemoMailbox = endpoint({
  method: 'GET',
  path: '/visitor/demo-mailbox',
  summary: 'Demo mode: the mails that would have been sent, latest first',
  audience: 'visitor',
  policy: 'anyone',
  response: z.object({ mails: z.array(DemoMail) }),
  problems: ['not-found'],
});
