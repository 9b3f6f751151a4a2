import { expect, it } from '@jest/globals';
import { pickOrganisation } from './pick-organisation.ts';

const A = { organisationId: 'a' };
const B = { organisationId: 'b' };

it.each([
  ['takes the only one', [A], undefined, 'a'],
  ['takes the only one when another was asked for', [A], 'b', 'a'],
  ['takes the one asked for', [A, B], 'b', 'b'],
  ['leaves the choice when none was asked for', [A, B], undefined, null],
  ['leaves the choice when one was asked for that is not open', [A, B], 'c', null],
])('%s', (_, open, wanted, expected) => {
  expect(pickOrganisation(open, wanted)).toBe(expected);
});
