import * as z from 'zod/mini';
import { Day } from './day.ts';
import { endpoint } from './endpoint.ts';
import { Id } from './id.ts';
import { text } from './text.ts';

export const AuditEvent = z.object({
  auditId: z.uuid(),
  at: z.iso.datetime({ offset: true }),
  action: z.string(),
  /** Null: the system, or somebody unknown here. */
  actorName: z.nullable(z.string()),
  subjectName: z.nullable(z.string()),
  /** The unit that it concerns; for a read, that of the reader. */
  unit: z.nullable(z.string()),
  sourceAddress: z.nullable(z.string()),
  /** Names of fields, filters and counts; never private content. */
  detail: z.record(z.string(), z.unknown()),
});
export type AuditEvent = z.infer<typeof AuditEvent>;

export const readAudit = endpoint({
  method: 'GET',
  path: '/admin/audit',
  summary: 'Who did or read what personal data of others, latest first',
  audience: 'admin',
  policy: ['administrator'],
  audit: 'audit.read',
  query: z.object({
    /** Who did it, or to whom it was done. */
    person: z.optional(Id),
    action: z.optional(text(80)),
    /** Days in the organisation's time zone, both included. */
    from: z.optional(Day),
    to: z.optional(Day),
    cursor: z.optional(z.string().check(z.maxLength(200))),
  }),
  response: z.object({
    events: z.array(AuditEvent),
    /** All that occur in the log, to choose from. */
    actions: z.array(z.string()),
    nextCursor: z.nullable(z.string()),
  }),
});
