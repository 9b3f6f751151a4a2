import type { Member } from './member.ts';
import { unitOf } from './write-cast.ts';

const DOMAIN = 'fellside.test';

const MANAGER: Member = {
  name: 'Damson Fennel',
  staffNumber: 'F001',
  unit: 'Surgery',
  title: 'Practice manager',
  staffGroup: 'Management',
  since: 2700,
  email: `damson.fennel@${DOMAIN}`,
  roles: [
    { role: 'administrator', unit: null },
    { role: 'cpd-lead', unit: null },
  ],
};

const SURGERY = unitOf('Surgery', DOMAIN, [
  ['Aspen Kingcup', 'F002', 'General practitioner', 'Medical', 2650],
  ['Maple Celandine', 'F007', 'General practitioner', 'Medical', 1240],
  ['Lavender Milkwort', 'F009', 'Practice nurse', 'Nursing', 1090],
  ['Posy Restharrow', 'F013', 'Health care assistant', 'Care support', 560],
  ['Holly Catsear', 'F011', 'Receptionist', 'Administration', 870],
  ['Angelica Burnet', 'F015', 'Clinical pharmacist', 'Pharmacy', 410],
  // One afternoon a week beside the post at Northgate.
  [
    'Juniper Larkspur',
    'F018',
    'Visiting specialty doctor',
    'Medical',
    300,
    { email: 'clinician@demo.rounds.test', joins: 300 },
  ],
]);

const COMMUNITY_NURSING = unitOf('Community nursing', DOMAIN, [
  ['Hawthorn Bugle', 'F004', 'District nurse', 'Nursing', 1700],
  ['Meadow Pimpernel', 'F010', 'Community nurse', 'Nursing', 950],
  ['Acacia Fleabane', 'F016', 'Community nurse', 'Nursing', 390, { email: null }],
]);

export const FELLSIDE: readonly [Member, ...Member[]] = [MANAGER, ...SURGERY, ...COMMUNITY_NURSING];
