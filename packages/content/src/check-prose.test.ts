import { describe, expect, it } from '@jest/globals';
import { checkProse } from './check-prose.ts';

const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');

describe('checkProse', () => {
  it.each([
    ['25 words', `${words(25)}.`],
    ['two sentences of 20', `${words(20)}. ${words(20)}?`],
    ['a list of short entries', `- ${words(20)}\n- ${words(20)}`],
    ['quoted sentences', `“${words(20)}.” ${words(20)}.`],
    ['26 words of which 2 are dashes', `${words(12)} – ${words(12)} –.`],
  ])('accepts %s', (_, text) => {
    expect(checkProse(text)).toEqual([]);
  });

  it('names a sentence of 26 words by its first line, over line ends', () => {
    expect(checkProse(`Short.\n\n${words(13)}\n${words(13)}.`)).toEqual([
      { message: expect.stringMatching(/26 words/), within: 2 },
    ]);
  });

  it('does not count citations, marks and addresses', () => {
    expect(checkProse(`${words(24)} [**x**](https://x.example/a-b).[^one]`)).toEqual([]);
  });

  it('warns of exclamation marks', () => {
    expect(checkProse('Well done!')).toEqual([{ message: expect.stringMatching(/exclamation/), within: 0 }]);
  });
});
