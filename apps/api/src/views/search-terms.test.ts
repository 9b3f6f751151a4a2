import { describe, expect, it } from '@jest/globals';
import { searchTerms } from './search-terms.ts';

describe('searchTerms', () => {
  it.each([
    ['automation bi', 'automation ', 'bi:*'],
    ['bias', '', 'bias:*'],
    ['  bias  ', '', 'bias:*'],
    ['second-look', 'second-', 'look:*'],
    ['chat or bo', 'chat or ', 'bo:*'],
    ['“look twice” caf', '“look twice” ', 'caf:*'],
    ['日本', '', '日本:*'],
  ])('%p looks for the last word as a beginning', (typed, head, prefix) => {
    expect(searchTerms(typed)).toMatchObject({ head, prefix });
  });

  it.each(['bias -chat', '"second loo', 'bias!', 'a & b |', '-'])('%p has no word still being typed', (typed) => {
    expect(searchTerms(typed)).toEqual({ whole: typed, head: typed, prefix: null });
  });

  it.each(['', '   ', '\0', ' \0 '])('%p is nothing', (typed) => {
    expect(searchTerms(typed)).toBeNull();
  });
});
