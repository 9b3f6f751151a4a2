import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';

export const AuditEvent = z.object({
  auditId: z.uuid(),
  at: z.iso.datetime({ offset: true }),
  action: z.string(),
  actorName: z.nullable(z.string()),
  subjectName: z.nullable(z.string()),
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
    person: z.optional(z.uuid()),
    action: z.optional(z.string().check(z.maxLength(80))),
    from: z.optional(z.iso.date()),
    to: z.optional(z.iso.date()),
    cursor: z.optional(z.string().check(z.maxLength(200))),
  }),
  response: z.object({ events: z.array(AuditEvent), actions: z.array(z.string()), nextCursor: z.nullable(z.string()) }),
});
