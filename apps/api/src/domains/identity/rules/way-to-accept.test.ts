import { expect, it } from '@jest/globals';
import { wayToAccept } from './way-to-accept.ts';

it.each([
  ['sets a first password', { hasPassword: false, organisations: 1 }, 'set'],
  ['sets a first password in one of two organisations', { hasPassword: false, organisations: 2 }, 'set'],
  ['sets a new password in the only organisation', { hasPassword: true, organisations: 1 }, 'set'],
  ['never sets a password that opens another organisation', { hasPassword: true, organisations: 2 }, 'confirm'],
] as const)('%s', (_, person, expected) => {
  expect(wayToAccept(person)).toBe(expected);
});
