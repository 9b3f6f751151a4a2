import type { Member } from './member.ts';
import { unitOf } from './write-cast.ts';

const DOMAIN = 'northgate.test';
const WITHOUT_EMAIL = { email: null };
const WARD_MANAGER = {
  email: 'manager@demo.rounds.test',
  roles: [{ role: 'team-manager', unit: 'Older adults ward' }],
} as const;
const SERVICE_MANAGER = { roles: [{ role: 'team-manager', unit: 'Community care' }] } as const;
const REVIEWER = {
  email: 'reviewer@demo.rounds.test',
  roles: [
    { role: 'educator', unit: null },
    { role: 'reviewer', unit: null },
  ],
} as const;
const MOVES = { moves: { unit: 'Older adults ward', on: 150 } } as const;
const EDUCATOR = { email: 'educator@demo.rounds.test', roles: [{ role: 'educator', unit: null }] } as const;
const CPD_LEAD = { email: 'lead@demo.rounds.test', roles: [{ role: 'cpd-lead', unit: null }] } as const;

const ADMINISTRATOR: Member = {
  name: 'Cedar Harebell',
  staffNumber: 'N10012',
  unit: 'Community care',
  title: 'Digital services manager',
  staffGroup: 'Management',
  since: 2300,
  email: 'admin@demo.rounds.test',
  roles: [{ role: 'administrator', unit: null }],
};

const WARD = unitOf('Older adults ward', DOMAIN, [
  ['Juniper Larkspur', 'N10241', 'Specialty doctor', 'Medical', 900, { email: 'clinician@demo.rounds.test' }],
  ['Clover Speedwell', 'N10033', 'Ward manager', 'Nursing', 2900, WARD_MANAGER],
  ['Hazel Bistort', 'N10118', 'Staff nurse', 'Nursing', 1460],
  ['Ivy Teasel', 'N10187', 'Staff nurse', 'Nursing', 820],
  ['Aster Pennywort', 'N10266', 'Nursing associate', 'Nursing', 610],
  ['Fern Tormentil', 'N10203', 'Health care assistant', 'Care support', 1100, WITHOUT_EMAIL],
  ['Heath Cinquefoil', 'N10310', 'Health care assistant', 'Care support', 175, { ...WITHOUT_EMAIL, joins: 175 }],
  ['Bryony Selfheal', 'N10095', 'Occupational therapist', 'Allied health', 1900],
  ['Alder Burdock', 'N10152', 'Physiotherapist', 'Allied health', 1310],
  ['Myrtle Sundew', 'N10077', 'Ward clerk', 'Administration', 2500],
  ['Reed Hawkbit', 'N10221', 'Porter', 'Estates and facilities', 1020, WITHOUT_EMAIL],
]);

const COMMUNITY_CARE = unitOf('Community care', DOMAIN, [
  ['Olive Scabious', 'N10129', 'Team administrator', 'Administration', 1500],
  ['Lark Valerian', 'N10058', 'Service manager', 'Management', 2100, SERVICE_MANAGER],
]);

/** Shared computers and a poor line: little is learnt here. */
const COMMUNITY_EAST = unitOf('Community east', DOMAIN, [
  ['Ash Foxglove', 'N10164', 'Community nurse', 'Nursing', 1250],
  ['Clay Sorrel', 'N10229', 'Community nurse', 'Nursing', 980],
  ['Willow Stitchwort', 'N10290', 'Community nurse', 'Nursing', 430],
  ['Poppy Toadflax', 'N10244', 'Health care assistant', 'Care support', 890, WITHOUT_EMAIL],
  ['Elder Knapweed', 'N10101', 'Podiatrist', 'Allied health', 1800],
  ['Laurel Saxifrage', 'N10177', 'Dietitian', 'Allied health', 1190],
  ['Briar Mallow', 'N10206', 'Receptionist', 'Administration', 1080],
  ['Flax Dropwort', 'N10301', 'Bank nurse', 'Nursing', 240, { ...WITHOUT_EMAIL, joins: 240 }],
]);

const CRISIS = unitOf('Crisis team', DOMAIN, [
  ['Rowan Meadowsweet', 'N10084', 'Consultant psychiatrist', 'Medical', 2050, REVIEWER],
  ['Wren Campion', 'N10139', 'Mental health nurse', 'Nursing', 1400],
  ['Tansy Woodruff', 'N10172', 'Mental health nurse', 'Nursing', 1210, MOVES],
  ['Sylvan Betony', 'N10215', 'Social worker', 'Allied health', 1050],
  ['Linnet Agrimony', 'N10258', 'Support worker', 'Care support', 640],
  ['Thorn Cudweed', 'N10275', 'Resident doctor', 'Medical', 470, { leaves: 95 }],
]);

const PHARMACY = unitOf('Pharmacy', DOMAIN, [
  ['Sorrel Finch', 'N10041', 'Pharmacist and educator', 'Pharmacy', 2600, EDUCATOR],
  ['Saffron Gentian', 'N10066', 'Lead pharmacist', 'Pharmacy', 2200],
  ['Basil Comfrey', 'N10191', 'Pharmacist', 'Pharmacy', 1120],
  ['Marigold Vetch', 'N10234', 'Pharmacy technician', 'Pharmacy', 930],
  ['Dill Chickweed', 'N10297', 'Pharmacy assistant', 'Care support', 330, { ...WITHOUT_EMAIL, joins: 330 }],
]);

const PSYCHOLOGY = unitOf('Psychology', DOMAIN, [
  ['Linden Yarrow', 'N10024', 'Consultant psychologist and CPD lead', 'Psychology', 3100, CPD_LEAD],
  ['Bramble Quill', 'N10146', 'Clinical psychologist', 'Psychology', 1350],
  ['Sage Yarrow', 'N10183', 'Clinical psychologist', 'Psychology', 1150],
  ['Iris Columbine', 'N10283', 'Assistant psychologist', 'Psychology', 450],
  ['Lovage Bellflower', 'N10253', 'Psychological wellbeing practitioner', 'Psychology', 700],
]);

export const NORTHGATE: readonly [Member, ...Member[]] = [
  ADMINISTRATOR,
  ...WARD,
  ...COMMUNITY_CARE,
  ...COMMUNITY_EAST,
  ...CRISIS,
  ...PHARMACY,
  ...PSYCHOLOGY,
];
