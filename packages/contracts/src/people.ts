import * as z from 'zod/mini';
import { Role } from './actor.ts';
import { Day } from './day.ts';
import { endpoint } from './endpoint.ts';
import { Id } from './id.ts';
import { line, text } from './text.ts';

const admin = { audience: 'admin', policy: ['administrator'] } as const;
const email = z.email('Write an address, as name@example.org.').check(z.maxLength(254));
/** Never with an @: at sign-in that tells an e-mail address from a staff number. */
const staffNumber = line(40).check(z.refine((value) => !value.includes('@'), 'A staff number has no @.'));
const personParams = z.object({ personId: Id });
const ofPerson = { params: personParams, problems: ['not-found'] as const };
const ofPersonOrConflict = { params: personParams, problems: ['not-found', 'conflict'] as const };

/**
 * `invited`: has a link or code that is still open, and has not used it. `no-sign-in`: has no way in. Beyond that,
 * `active` can sign in and `suspended` no longer can.
 */
export const PersonState = z.enum(['invited', 'active', 'suspended', 'no-sign-in']);
export type PersonState = z.infer<typeof PersonState>;

export const PersonSummary = z.object({
  personId: z.uuid(),
  givenName: z.string(),
  familyName: z.string(),
  email: z.nullable(z.string()),
  staffNumber: z.nullable(z.string()),
  /** The main post of today; empty when none. */
  postTitle: z.string(),
  unit: z.string(),
  roles: z.array(Role),
  state: PersonState,
});
export type PersonSummary = z.infer<typeof PersonSummary>;

export const listPeople = endpoint({
  method: 'GET',
  path: '/admin/people',
  summary: "The organisation's people, by name",
  ...admin,
  audit: 'people.read',
  query: z.object({
    /** Part of a name, an e-mail address or a staff number. */
    q: z.optional(text(200)),
    /** A unit and all below it. */
    unit: z.optional(Id),
    role: z.optional(Role),
    state: z.optional(PersonState),
    cursor: z.optional(z.string().check(z.maxLength(1240))),
  }),
  response: z.object({ people: z.array(PersonSummary), nextCursor: z.nullable(z.string()) }),
  problems: ['not-found'],
});

export const Post = z.object({
  postId: z.uuid(),
  unitId: z.uuid(),
  unit: z.string(),
  title: z.string(),
  staffGroup: z.string(),
  main: z.boolean(),
  startsOn: Day,
  endsOn: z.nullable(Day),
});
export type Post = z.infer<typeof Post>;

export const PersonDetail = z.extend(PersonSummary, {
  joinedAt: z.iso.datetime({ offset: true }),
  posts: z.array(Post),
  roleGrants: z.array(
    z.object({ roleGrantId: z.uuid(), role: Role, unitId: z.uuid(), unit: z.string(), grantedOn: Day }),
  ),
  /** Links not yet used: when each runs out. Never the link itself. */
  openLinks: z.array(
    z.object({
      linkId: z.uuid(),
      purpose: z.enum(['invitation', 'joining-code']),
      expiresAt: z.iso.datetime({ offset: true }),
    }),
  ),
});
export type PersonDetail = z.infer<typeof PersonDetail>;

export const readPerson = endpoint({
  method: 'GET',
  path: '/admin/people/:personId',
  summary: 'One person with posts, roles and open links',
  ...admin,
  audit: 'person.read',
  ...ofPerson,
  response: PersonDetail,
});

/** `main`: the post that stands for the person; it takes the place of the one before. `endsOn` is the last day. */
const PostBody = z.object({
  unitId: Id,
  title: line(120),
  staffGroup: line(80),
  main: z._default(z.boolean(), true),
  startsOn: Day,
  endsOn: z.optional(z.nullable(Day)),
});

export const addPerson = endpoint({
  method: 'POST',
  path: '/admin/people',
  summary: 'Add a person with a first post; invite them afterwards',
  ...admin,
  audit: 'person.added',
  status: 201,
  body: z.object({
    givenName: line(100),
    familyName: line(100),
    email: z.optional(email),
    staffNumber: z.optional(staffNumber),
    post: PostBody,
  }),
  response: z.object({ personId: z.uuid() }),
  problems: ['conflict', 'not-found'],
});

/** Corrects a name, e-mail address or staff number. A changed address is told to the old one. */
export const correctPerson = endpoint({
  method: 'PATCH',
  path: '/admin/people/:personId',
  summary: 'Correct a name, an e-mail address or a staff number',
  ...admin,
  audit: 'person.corrected',
  params: personParams,
  body: z.object({
    givenName: z.optional(line(100)),
    familyName: z.optional(line(100)),
    email: z.optional(z.nullable(email)),
    staffNumber: z.optional(z.nullable(staffNumber)),
  }),
  response: PersonDetail,
  problems: ['not-found', 'conflict', 'not-allowed'],
});

export const suspendPerson = endpoint({
  method: 'POST',
  path: '/admin/people/:personId/suspension',
  summary: 'Suspend: sign-in here ends at once; records stay',
  ...admin,
  audit: 'person.suspended',
  ...ofPersonOrConflict,
  body: z.object({ reason: line(300) }),
  response: PersonDetail,
});
export const reinstatePerson = endpoint({
  method: 'DELETE',
  path: '/admin/people/:personId/suspension',
  summary: 'Let a suspended person in again',
  ...admin,
  audit: 'person.reinstated',
  ...ofPerson,
  response: PersonDetail,
});

export const addPost = endpoint({
  method: 'POST',
  path: '/admin/people/:personId/posts',
  summary: 'Add a dated post',
  ...admin,
  audit: 'post.added',
  ...ofPerson,
  status: 201,
  body: PostBody,
  response: PersonDetail,
});
export const endPost = endpoint({
  method: 'POST',
  path: '/admin/people/:personId/posts/:postId/end',
  summary: 'End a post on a day; the row stays',
  ...admin,
  audit: 'post.ended',
  params: z.object({ personId: Id, postId: Id }),
  body: z.object({ endsOn: Day }),
  response: PersonDetail,
  problems: ['not-found', 'conflict'],
});
