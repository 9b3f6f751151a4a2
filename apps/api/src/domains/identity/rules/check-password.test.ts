import { describe, expect, it } from '@jest/globals';
import { COMMON_PASSWORDS } from './common-passwords.ts';
import { faultOfPassword } from './check-password.ts';

const KNOWN = ['juniper.larkspur@trust.test', null, 'Juniper Larkspur'];

describe('faultOfPassword', () => {
  it.each([
    ['nine characters', 'gorse-tea', /10 characters/],
    ['nine characters that take eighteen units', '🜁🜂🜃🜄🜔🜕🜖🜗🜘', /10 characters/],
    ['a common one', 'Password123', /first that others try/],
    ['a common one with spaces around it', ' qwertyuiop ', /first that others try/],
    ['two letters over and over', 'abababababab', /first that others try/],
    ['the own e-mail address', 'Juniper.Larkspur@trust.test', /e-mail address/],
    ['the own name', 'juniper larkspur', /your name/],
  ])('refuses %s', (_, password, expected) => {
    expect(faultOfPassword(password, KNOWN)).toMatch(expected);
  });

  it.each([
    ['ten characters', 'gorse-tea-'],
    ['ten characters that take twenty units', '🜁🜂🜃🜄🜔🜕🜖🜗🜘🜙'],
    ['words with spaces', 'a kettle on the moor'],
    ['the one of the demo', 'rounds-demo'],
  ])('takes %s', (_, password) => {
    expect(faultOfPassword(password, KNOWN)).toBeNull();
  });

  it('knows only common ones that are long enough, in lower case', () => {
    for (const common of COMMON_PASSWORDS) {
      expect(common.length).toBeGreaterThanOrEqual(10);
      expect(common).toBe(common.toLowerCase());
    }
  });
});
