import * as z from 'zod/mini';

export const Role = z.enum(['educator', 'reviewer', 'cpd-lead', 'team-manager', 'administrator']);
export type Role = z.infer<typeof Role>;

/** A role held in an organisation. `unitIds` is already expanded: the unit it was given for and all below. */
export const RoleGrant = z.object({ role: Role, unitIds: z.array(z.uuid()) });
export type RoleGrant = z.infer<typeof RoleGrant>;

/**
 * The signed-in person on whose behalf a request runs, in the one organisation they chose.
 * Every member learns, so learning needs no role.
 */
export const Actor = z.object({
  personId: z.uuid(),
  organisationId: z.uuid(),
  /** Units of the person's posts on this day; the first is the main post's. Never empty: the root unit stands in. */
  postUnitIds: z.array(z.uuid()),
  roles: z.array(RoleGrant),
});
export type Actor = z.infer<typeof Actor>;
