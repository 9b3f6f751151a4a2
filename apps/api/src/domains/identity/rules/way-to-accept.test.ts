import { expect, it } from '@jest/globals';
import { wayToAccept } from './way-to-accept.ts';

it.each([
  ['sets a first password', { known: false, hasPassword: false, organisations: 1 }, 'set'],
  ['sets a first password in one of two organisations', { known: false, hasPassword: false, organisations: 2 }, 'set'],
  ['sets a new password in the only organisation', { known: false, hasPassword: true, organisations: 1 }, 'set'],
  [
    'never sets a password that opens another organisation',
    { known: false, hasPassword: true, organisations: 2 },
    'confirm',
  ],
  ['never sets a password for somebody known', { known: true, hasPassword: true, organisations: 1 }, 'confirm'],
  ['nor for one who never set one', { known: true, hasPassword: false, organisations: 1 }, 'confirm'],
] as const)('%s', (_, person, expected) => {
  expect(wayToAccept(person)).toBe(expected);
});
