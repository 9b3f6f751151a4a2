import type { Actor } from '@rounds/contracts/actor';

type Asked = {
  personId: string;
  /** Where the person works now. */
  unitId: string;
};

/**
 * A CPD lead asks the people who work in their units now. A team manager does not, and nobody asks themselves: each
 * request earns minutes again.
 */
export function canAskAgain(actor: Actor, { personId, unitId }: Asked): boolean {
  if (personId === actor.personId) return false;
  return actor.roles.some(({ role, unitIds }) => role === 'cpd-lead' && unitIds.includes(unitId));
}
