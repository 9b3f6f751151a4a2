import * as z from 'zod/mini';
import { Role } from './actor.ts';
import { endpoint } from './endpoint.ts';
import { Preferences } from './preferences.ts';

export const Membership = z.object({ organisationId: z.uuid(), name: z.string() });

/** The signed-in person as the screens need them. */
export const Me = z.object({
  personId: z.uuid(),
  name: z.string(),
  email: z.nullable(z.string()),
  /** Title of the main post, as "Ward nurse"; empty when none. */
  postTitle: z.string(),
  organisation: z.extend(Membership, { timeZone: z.string() }),
  /** All organisations the person can switch to, this one among them. */
  organisations: z.array(Membership),
  roles: z.array(Role),
  demo: z.boolean(),
  sharedDevice: z.boolean(),
  /** Left out when all is as usual. */
  preferences: z.optional(Preferences),
});
export type Me = z.infer<typeof Me>;

export const readMe = endpoint({
  method: 'GET',
  path: '/person/me',
  summary: 'Who is signed in, and where',
  audience: 'person',
  policy: 'member',
  response: Me,
});
