import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { JOINING_CODE_BYTES, joiningCode, joiningToken, linkToken } from './joining-code.ts';

const bytes = fc
  .uint8Array({ minLength: JOINING_CODE_BYTES, maxLength: JOINING_CODE_BYTES })
  .filter((all) => all.filter((byte) => byte < 240).length >= 12);

describe('joiningCode', () => {
  it('is three groups of four letters that cannot be taken for each other', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        expect(joiningCode(random)).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}(-[2-9A-HJKMNP-TV-Z]{4}){2}$/);
      }),
    );
  });

  it('skips bytes that would favour some letters', () => {
    const random = new Uint8Array(JOINING_CODE_BYTES).fill(0);
    random.set([255, 250, 240], 0);
    expect(joiningCode(random)).toBe('2222-2222-2222');
  });

  it('refuses to make a code of too little chance', () => {
    expect(() => joiningCode(new Uint8Array(11))).toThrow('Too few random bytes');
  });
});

describe('joiningToken', () => {
  it.each(['K7QF-2M9X-RTWA', 'k7qf2m9xrtwa', ' k7qf 2m9x rtwa ', 'K7QF–2M9X–RTWA'])('reads %s', (typed) => {
    expect(joiningToken(' NGT', typed)).toBe('ngt.K7QF2M9XRTWA');
  });
});

describe('linkToken', () => {
  it('leaves the token of a link as it is', () => {
    expect(linkToken('Ab_-9')).toBe('Ab_-9');
  });

  it('reads a joining code behind its organisation', () => {
    expect(linkToken('NGT.k7qf-2m9x-rtwa')).toBe(joiningToken('ngt', 'K7QF2M9XRTWA'));
  });
});
