import * as z from 'zod/mini';
import { Role } from './actor.ts';
import { endpoint } from './endpoint.ts';

const admin = { audience: 'admin', policy: ['administrator'] } as const;
const line = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
const day = z.iso.date();
const email = z.email().check(z.maxLength(254));
const ofPerson = { params: z.object({ personId: z.uuid() }), problems: ['not-found'] as const };

export const PersonState = z.enum(['invited', 'active', 'suspended', 'no-sign-in']);

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
    q: z.optional(z.string().check(z.maxLength(200))),
    unit: z.optional(z.uuid()),
    role: z.optional(Role),
    state: z.optional(PersonState),
    cursor: z.optional(z.string().check(z.maxLength(600))),
  }),
  response: z.object({ people: z.array(PersonSummary), nextCursor: z.nullable(z.string()) }),
});

export const Post = z.object({
  postId: z.uuid(),
  unitId: z.uuid(),
  unit: z.string(),
  title: z.string(),
  staffGroup: z.string(),
  main: z.boolean(),
  startsOn: day,
  endsOn: z.nullable(day),
});
export type Post = z.infer<typeof Post>;

export const PersonDetail = z.extend(PersonSummary, {
  joinedAt: z.iso.datetime({ offset: true }),
  posts: z.array(Post),
  roleGrants: z.array(z.object({ roleGrantId: z.uuid(), role: Role, unitId: z.uuid(), unit: z.string(), grantedOn: day })),
  /** Links not yet used: when each runs out. Never the link itself. */
  openLinks: z.array(z.object({ linkId: z.uuid(), purpose: z.enum(['invitation', 'joining-code']), expiresAt: z.iso.datetime({ offset: true }) })),
});
export type PersonDetail = z.infer<typeof PersonDetail>;

export const readPerson = endpoint({ method: 'GET', path: '/admin/people/:personId', summary: 'One person with posts, roles and open links', ...admin, audit: 'person.read', ...ofPerson, response: PersonDetail });

const PostBody = z.object({ unitId: z.uuid(), title: line(120), staffGroup: line(80), main: z._default(z.boolean(), true), startsOn: day, endsOn: z.optional(z.nullable(day)) });

export const addPerson = endpoint({
  method: 'POST',
  path: '/admin/people',
  summary: 'Add a person with a first post; invite them afterwards',
  ...admin,
  audit: 'person.added',
  status: 201,
  body: z.object({ givenName: line(100), familyName: line(100), email: z.optional(email), staffNumber: z.optional(line(40)), post: PostBody }),
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
  params: ofPerson.params,
  body: z.object({
    givenName: z.optional(line(100)),
    familyName: z.optional(line(100)),
    email: z.optional(z.nullable(email)),
    staffNumber: z.optional(z.nullable(line(40))),
  }),
  response: PersonDetail,
  problems: ['not-found', 'conflict', 'not-allowed'],
});

export const suspendPerson = endpoint({ method: 'POST', path: '/admin/people/:personId/suspension', summary: 'Suspend: sign-in here ends at once; records stay', ...admin, audit: 'person.suspended', ...ofPerson, body: z.object({ reason: line(300) }), response: PersonDetail });
export const reinstatePerson = endpoint({ method: 'DELETE', path: '/admin/people/:personId/suspension', summary: 'Let a suspended person in again', ...admin, audit: 'person.reinstated', ...ofPerson, response: PersonDetail });

export const addPost = endpoint({ method: 'POST', path: '/admin/people/:personId/posts', summary: 'Add a dated post', ...admin, audit: 'post.added', ...ofPerson, status: 201, body: PostBody, response: PersonDetail });
export const endPost = endpoint({
  method: 'POST', path: '/admin/people/:personId/posts/:postId/end', summary: 'End a post on a day; the row stays', ...admin, audit: 'post.ended',
  params: z.object({ personId: z.uuid(), postId: z.uuid() }), body: z.object({ endsOn: day }), response: PersonDetail, problems: ['not-found', 'conflict'],
});

export const grantRole = endpoint({ method: 'POST', path: '/admin/people/:personId/roles', summary: 'Give a role for a unit and all below it', ...admin, audit: 'role.granted', ...ofPerson, status: 201, body: z.object({ role: Role, unitId: z.uuid() }), response: PersonDetail });
export const endRole = endpoint({
  method: 'DELETE', path: '/admin/people/:personId/roles/:roleGrantId', summary: 'End a role; the last administrator stays', ...admin, audit: 'role.ended',
  params: z.object({ personId: z.uuid(), roleGrantId: z.uuid() }), response: PersonDetail, problems: ['not-found', 'conflict'],
});

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

export const invitePerson = endpoint({ method: 'POST', path: '/admin/people/:personId/invitation', summary: 'Invite by a one-use link of 72 hours, mailed or shown once', ...admin, audit: 'invitation.made', ...ofPerson, status: 201, response: IssuedLink });
export const printJoiningCode = endpoint({ method: 'POST', path: '/admin/people/:personId/joining-code', summary: 'A one-use joining code to print, for staff without e-mail', ...admin, audit: 'joining-code.made', ...ofPerson, status: 201, response: IssuedLink });
export const withdrawLink = endpoint({
  method: 'DELETE', path: '/admin/people/:personId/links/:linkId', summary: 'Withdraw an open link or code', ...admin, audit: 'link.withdrawn',
  params: z.object({ personId: z.uuid(), linkId: z.uuid() }), response: PersonDetail, problems: ['not-found', 'already-done'],
});
