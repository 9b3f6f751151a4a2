import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { discussionCode, readDiscussionCode } from './discussion-code.ts';

describe('the code of a discussion', () => {
  it('has six letters that cannot be taken for each other', () => {
    const draws = fc.array(fc.nat(1_000_000), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(draws, (numbers) => {
        let at = 0;
        const code = discussionCode((below) => numbers[at++]! % below);
        expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{3}-[2-9A-HJKMNP-TV-Z]{3}$/);
        expect(readDiscussionCode(` ${code.toLowerCase().replace('-', ' ')} `)).toBe(code);
      }),
    );
  });

  it('differs with chance', () => {
    expect(discussionCode(() => 0)).toBe('222-222');
    expect(discussionCode((below) => below - 1)).toBe('ZZZ-ZZZ');
  });
});
