import { describe, expect, it } from '@jest/globals';
import { accountName, readIdentifier } from './read-identifier.ts';

describe('readIdentifier', () => {
  it.each([
    ['an e-mail address', ' Juniper@Trust.test ', undefined, { kind: 'email', email: 'juniper@trust.test' }],
    [
      'an e-mail address, whatever the code',
      'juniper@trust.test',
      'ngt',
      { kind: 'email', email: 'juniper@trust.test' },
    ],
    [
      'a staff number with its code',
      ' N004217 ',
      ' NGT ',
      { kind: 'staff-number', staffNumber: 'n004217', organisationCode: 'ngt' },
    ],
    ['a staff number without a code', '004217', undefined, { kind: 'code-missing' }],
    ['a staff number with an empty code', '004217', '  ', { kind: 'code-missing' }],
  ])('reads %s', (_, typed, code, expected) => {
    expect(readIdentifier(typed, code)).toEqual(expected);
  });
});

describe('accountName', () => {
  it('is one for all ways to write an account', () => {
    expect(accountName({ kind: 'email', email: 'Juniper@Trust.test' })).toBe(
      accountName({ kind: 'email', email: 'juniper@trust.test' }),
    );
  });

  it('tells the same staff number in two organisations apart', () => {
    const number = { kind: 'staff-number', staffNumber: '1' } as const;
    expect(accountName({ ...number, organisationCode: 'ngt' })).not.toBe(
      accountName({ ...number, organisationCode: 'fell' }),
    );
  });
});
