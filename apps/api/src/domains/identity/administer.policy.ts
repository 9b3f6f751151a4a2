import type { Actor } from '@rounds/contracts/actor';

/** What an administrator has in hand: the units the role was given for, and all below. `whole`: the organisation itself. */
export type Reach = { whole: boolean; unitIds: readonly string[] };

/** A member, as far as it matters to who may administer them. */
export type Subject = {
  /** Units of posts that are not over; of somebody whose posts are all over, those of the latest. */
  postUnitIds: readonly string[];
  /** Units of the roles held now. */
  roleUnitIds: readonly string[];
};

export function reachOf({ roles }: Pick<Actor, 'roles'>, rootUnitId: string): Reach {
  const unitIds = [...new Set(roles.flatMap((grant) => (grant.role === 'administrator' ? grant.unitIds : [])))];
  return { whole: unitIds.includes(rootUnitId), unitIds };
}

/** Of the units of the actor's organisation. */
export function reachesUnit({ whole, unitIds }: Reach, unitId: string): boolean {
  return whole || unitIds.includes(unitId);
}

/** May see a member of the actor's organisation, and change what of them lies in units within reach. */
export function reachesPerson(reach: Reach, { postUnitIds }: Pick<Subject, 'postUnitIds'>): boolean {
  return reach.whole || postUnitIds.some((unitId) => reachesUnit(reach, unitId));
}

/**
 * May change what opens the product to a member: address, sign-in, suspension. Not of somebody with a role beyond the
 * administrator's own units, or an administrator of one unit could sign in as that of the whole organisation.
 */
export function mayChangeSignIn(reach: Reach, subject: Subject): boolean {
  return reachesPerson(reach, subject) && subject.roleUnitIds.every((unitId) => reachesUnit(reach, unitId));
}
