import { describe, expect, it } from '@jest/globals';
import { countWords, findCitations } from './read-text.ts';

describe('countWords', () => {
  it.each([
    ['nothing', '', 0],
    ['plain words', 'We look at the person.', 5],
    ['marks do not count', '### Why **now**\n\n- one – two', 4],
    ['a number is a word', 'From 50.4% to 58.3%', 4],
    ['citations and addresses do not count', 'See [the page](https://www.nhs.uk/a b).[^one]', 3],
    ['a table counts its cells', '| a | b |\n|---|---|\n| one | two |', 4],
    ['a hyphen joins', 'well-known', 1],
  ])('%s', (_, text, count) => {
    expect(countWords(text)).toBe(count);
  });
});

describe('findCitations', () => {
  it('finds each with its line, whatever it is called', () => {
    expect(findCitations('One.[^a] Two.[^b]\n\nThree.[^B c] Four.[^X]')).toEqual([
      { reference: 'a', within: 0 },
      { reference: 'b', within: 0 },
      { reference: 'X', within: 2 },
    ]);
  });
});
