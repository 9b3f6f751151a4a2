import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { Id } from './id.ts';
import { PersonDetail } from './people.ts';

const admin = { audience: 'admin', policy: ['administrator'] } as const;
const ofPersonOrConflict = { params: z.object({ personId: Id }), problems: ['not-found', 'conflict'] as const };

export const IssuedLink = z.object({
  linkId: z.uuid(),
  /** `mailed`: on its way. `shown`: here, this once, to print or hand over. */
  delivery: z.enum(['mailed', 'shown']),
  /** The link (invitation) or the code (joining code), only when shown. */
  shown: z.nullable(z.string()),
  organisationCode: z.string(),
  expiresAt: z.iso.datetime({ offset: true }),
});
export type IssuedLink = z.infer<typeof IssuedLink>;

export const invitePerson = endpoint({
  method: 'POST',
  path: '/admin/people/:personId/invitation',
  summary: 'Invite by a one-use link of 72 hours, mailed or shown once',
  ...admin,
  audit: 'invitation.made',
  ...ofPersonOrConflict,
  status: 201,
  response: IssuedLink,
});
export const printJoiningCode = endpoint({
  method: 'POST',
  path: '/admin/people/:personId/joining-code',
  summary: 'A one-use joining code to print, for staff without e-mail',
  ...admin,
  audit: 'joining-code.made',
  ...ofPersonOrConflict,
  status: 201,
  response: IssuedLink,
});
export const withdrawLink = endpoint({
  method: 'DELETE',
  path: '/admin/people/:personId/links/:linkId',
  summary: 'Withdraw an open link or code',
  ...admin,
  audit: 'link.withdrawn',
  params: z.object({ personId: Id, linkId: Id }),
  response: PersonDetail,
  problems: ['not-found', 'already-done'],
});
