import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { Membership } from './me.ts';
import { Password } from './password.ts';
import { text } from './text.ts';

/** What signing in, or accepting an invitation, answers. The session itself is in the cookie. */
export const SignedInAnswer = z.object({
  signedIn: z.literal(true),
  /** Null while a person of several organisations has not chosen one: every other call then answers `choose-organisation`. */
  organisationId: z.nullable(z.uuid()),
  /** All that the person can be signed in to. */
  organisations: z.array(Membership),
});
export type SignedInAnswer = z.infer<typeof SignedInAnswer>;

export const signIn = endpoint({
  method: 'POST',
  path: '/visitor/session',
  summary: 'Sign in by e-mail address, or by staff number and organisation code',
  audience: 'visitor',
  policy: 'anyone',
  body: z.object({
    /** An e-mail address, or a staff number, which is unique only within the organisation named beside it. */
    identifier: text(254).check(z.trim(), z.minLength(1, 'Type your e-mail address or staff number.')),
    organisationCode: z.optional(text(20).check(z.trim())),
    password: Password,
    /** The session ends soon when it is not used, and with the browser. */
    sharedDevice: z._default(z.boolean(), false),
    /** The organisation to be in again, after a session that ran out. Passed over when it is not open to the person. */
    organisationId: z.optional(z.uuid()),
  }),
  response: SignedInAnswer,
  problems: ['sign-in-failed', 'too-many-tries', 'not-allowed', 'wrong-origin'],
});

export const signOut = endpoint({
  method: 'DELETE',
  path: '/person/session',
  summary: 'Sign out here',
  audience: 'person',
  policy: 'signed-in',
  status: 204,
});

export const signOutEverywhere = endpoint({
  method: 'DELETE',
  path: '/person/sessions',
  summary: 'Sign out everywhere, here too',
  audience: 'person',
  policy: 'signed-in',
  status: 204,
});

export const SessionSeen = z.object({
  sessionId: z.uuid(),
  /** The one this request came by. */
  current: z.boolean(),
  /** As "Chrome on Android"; a guess from what the browser says of itself. */
  device: z.string(),
  organisation: z.nullable(z.string()),
  sharedDevice: z.boolean(),
  startedAt: z.iso.datetime({ offset: true }),
  /** To the minute. */
  lastSeenAt: z.iso.datetime({ offset: true }),
});
export type SessionSeen = z.infer<typeof SessionSeen>;

export const listSessions = endpoint({
  method: 'GET',
  path: '/person/sessions',
  summary: 'Where I am signed in',
  audience: 'person',
  policy: 'signed-in',
  response: z.object({ sessions: z.array(SessionSeen) }),
});

export const endSession = endpoint({
  method: 'DELETE',
  path: '/person/sessions/:sessionId',
  summary: 'Sign out on one of my devices',
  audience: 'person',
  policy: 'signed-in',
  status: 204,
  params: z.object({ sessionId: z.uuid() }),
  problems: ['not-found'],
});

export const chooseOrganisation = endpoint({
  method: 'POST',
  path: '/person/organisation',
  summary: 'Choose the organisation to act in, or switch to another',
  audience: 'person',
  policy: 'signed-in',
  body: z.object({ organisationId: z.uuid() }),
  response: z.object({ organisationId: z.uuid() }),
  problems: ['not-found'],
});
