import type { Role } from '@rounds/contracts/actor';

/** What a role is called on screens. */
export const ROLE_WORDS: Record<Role, string> = {
  educator: 'Educator',
  reviewer: 'Reviewer',
  'cpd-lead': 'CPD lead',
  'team-manager': 'Team manager',
  administrator: 'Administrator',
};
