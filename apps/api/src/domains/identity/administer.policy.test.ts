import { describe, expect, it } from '@jest/globals';
import type { Actor } from '@rounds/contracts/actor';
import { mayChangeSignIn, reachesPerson, reachesUnit, reachOf } from './administer.policy.ts';

const [ROOT, HOSPITAL, WARD, CLINIC] = ['root', 'hospital', 'ward', 'clinic'];
const EVERYTHING = [ROOT, HOSPITAL, WARD, CLINIC];

const holding = (...roles: Actor['roles']) => reachOf({ roles }, ROOT);
const ofAll = holding({ role: 'administrator', unitIds: EVERYTHING });
const ofHospital = holding({ role: 'administrator', unitIds: [HOSPITAL, WARD] });
const ofWardAndClinic = holding(
  { role: 'administrator', unitIds: [WARD] },
  { role: 'administrator', unitIds: [CLINIC] },
);
const leadOfAll = holding({ role: 'cpd-lead', unitIds: EVERYTHING }, { role: 'administrator', unitIds: [WARD] });
const nobody = holding({ role: 'educator', unitIds: EVERYTHING });

describe('units', () => {
  it.each([
    ['the whole organisation has every unit', ofAll, { root: true, hospital: true, ward: true, clinic: true }],
    ['a unit has itself and those below', ofHospital, { root: false, hospital: true, ward: true, clinic: false }],
    ['two roles have both', ofWardAndClinic, { root: false, hospital: false, ward: true, clinic: true }],
    ['other roles add nothing', leadOfAll, { root: false, hospital: false, ward: true, clinic: false }],
    ['no administrator has none', nobody, { root: false, hospital: false, ward: false, clinic: false }],
  ])('%s', (_, reach, expected) => {
    expect(Object.fromEntries(EVERYTHING.map((unit) => [unit, reachesUnit(reach, unit)]))).toEqual(expected);
  });

  it('that were added since the session was read are there for the whole organisation alone', () => {
    expect([reachesUnit(ofAll, 'new'), reachesUnit(ofHospital, 'new')]).toEqual([true, false]);
  });
});

describe('people', () => {
  it.each([
    ['a nurse of the ward, by all', ofAll, [WARD], [], true, true],
    ['a nurse of the ward, by the hospital', ofHospital, [WARD], [], true, true],
    ['a nurse of the clinic, by the hospital', ofHospital, [CLINIC], [], false, false],
    ['one with posts in both, by the hospital', ofHospital, [CLINIC, WARD], [], true, true],
    ['one without any post, by the hospital', ofHospital, [], [], false, false],
    ['one without any post, by all', ofAll, [], [], true, true],
    ['a ward nurse who leads the ward, by the hospital', ofHospital, [WARD], [WARD], true, true],
    ['a ward nurse who administers all, by the hospital', ofHospital, [WARD], [ROOT], true, false],
    ['a ward nurse with roles in ward and clinic, by the hospital', ofHospital, [WARD], [WARD, CLINIC], true, false],
    ['a nurse of the clinic who leads the ward, by the hospital', ofHospital, [CLINIC], [WARD], false, false],
    ['a ward nurse who administers all, by all', ofAll, [WARD], [ROOT], true, true],
    ['a nurse of the ward, by an educator', nobody, [WARD], [], false, false],
  ])('%s', (_, reach, postUnitIds, roleUnitIds, seen, changed) => {
    expect([reachesPerson(reach, { postUnitIds }), mayChangeSignIn(reach, { postUnitIds, roleUnitIds })]).toEqual([
      seen,
      changed,
    ]);
  });
});
