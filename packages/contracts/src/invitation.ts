import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { Password } from './password.ts';
import { SignedInAnswer } from './session.ts';
import { text } from './text.ts';

/** The token of an invitation's link; for a printed joining code the organisation's short code, a full stop and the code. */
const InvitationToken = text(200).check(z.trim(), z.minLength(1));

export const Invitation = z.object({
  organisation: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  /**
   * `set`: choose a password. `confirm`: the person signs in to another organisation too, and proves by the password
   * they have that it is they who accept. `agree`: as `confirm`, and they are signed in, so no password is needed.
   */
  password: z.enum(['set', 'confirm', 'agree']),
});
export type Invitation = z.infer<typeof Invitation>;

/** Looking uses nothing up: mail scanners follow links. */
export const readInvitation = endpoint({
  method: 'GET',
  path: '/visitor/invitation',
  summary: 'What an invitation or joining code is for',
  audience: 'visitor',
  policy: 'anyone',
  query: z.object({ token: InvitationToken }),
  response: Invitation,
  problems: ['link-not-valid', 'too-many-tries', 'not-allowed'],
});

export const acceptInvitation = endpoint({
  method: 'POST',
  path: '/visitor/invitation',
  summary: 'Accept an invitation: set or confirm the password, or agree when signed in, and be signed in',
  audience: 'visitor',
  policy: 'anyone',
  body: z.object({
    token: InvitationToken,
    password: z.optional(Password),
    sharedDevice: z._default(z.boolean(), false),
  }),
  response: SignedInAnswer,
  problems: ['link-not-valid', 'password-too-weak', 'sign-in-failed', 'too-many-tries', 'not-allowed', 'conflict'],
});
