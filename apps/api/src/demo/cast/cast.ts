import { FELLSIDE } from './fellside.ts';
import type { Member } from './member.ts';
import { NORTHGATE } from './northgate.ts';

export type DemoCode = 'northgate' | 'fellside';

export type DemoOrganisation = {
  code: DemoCode;
  name: string;
  /** Parents before children; `within` null: directly below the organisation. */
  units: readonly { name: string; within: string | null }[];
  /** The first is the one who sets the organisation up. */
  members: readonly [Member, ...Member[]];
};

/** All invented. Whoever appears in both organisations is one person. */
export const ORGANISATIONS: readonly [DemoOrganisation, DemoOrganisation] = [
  {
    code: 'northgate',
    name: 'Northgate Health Trust',
    units: [
      { name: 'Older adults ward', within: null },
      { name: 'Community care', within: null },
      { name: 'Community east', within: 'Community care' },
      { name: 'Crisis team', within: 'Community care' },
      { name: 'Pharmacy', within: null },
      { name: 'Psychology', within: null },
    ],
    members: NORTHGATE,
  },
  {
    code: 'fellside',
    name: 'Fellside Practice',
    units: [
      { name: 'Surgery', within: null },
      { name: 'Community nursing', within: null },
    ],
    members: FELLSIDE,
  },
];
