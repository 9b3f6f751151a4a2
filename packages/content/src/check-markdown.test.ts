import { describe, expect, it } from '@jest/globals';
import { checkMarkdown } from './check-markdown.ts';
import type { AuthoredText } from './read-text.ts';

const check = (text: string, shown: AuthoredText['shown'] = 'block') =>
  checkMarkdown({ path: [], text, shown, mayCite: true });

describe('checkMarkdown', () => {
  it.each([
    ['prose, lists and headings', 'Look.\n\n- one\n- two\n\n### Why\n\n1. first\n2. second'],
    ['a table of 3 columns', '| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |'],
    ['links and a citation', 'See [NHS](https://www.nhs.uk) or call [111](tel:111).[^one]'],
    ['signs that only look like HTML', 'If 1 < 2 and 3 > 2, go on.'],
  ])('accepts %s', (_, text) => {
    expect(check(text)).toEqual([]);
  });

  it.each([
    ['a heading of another level', 'Look.\n\n## Why', /Use ###/, 2],
    ['a heading by underline', 'Why\n---', /Use ###/, 0],
    ['a picture', 'Look.\n\n![x](media/x.svg)', /image card/, 2],
    ['HTML', 'Look.\n\n<b>Now</b>', /HTML is shown as text/, 2],
    ['a block of code', 'Look.\n\n```\nx\n```', /do not show fence/, 2],
    ['a rule', 'Look.\n\n***\n\nMore', /do not show hr/, 2],
    ['an address without https', '[x](http://x.example)', /unlike http:/, 0],
    ['a table of 4 columns', 'Look.\n\n| a | b | c | d |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |', /3 columns/, 2],
  ])('refuses %s, with its line', (_, text, message, within) => {
    expect(check(text)).toContainEqual({ message: expect.stringMatching(message), within });
  });

  it.each(['one\n\ntwo', '- one\n- two', '### one'])('refuses more than one paragraph in an option: %j', (text) => {
    expect(check(text, 'inline')).toContainEqual({ message: expect.stringMatching(/1 paragraph/), within: 0 });
  });

  it.each(['**bold**', 'Look.[^one]', '[x](https://x.example)', 'one\ntwo'])(
    'refuses Markdown in plain text: %j',
    (text) => {
      expect(check(text, 'plain')).toHaveLength(1);
    },
  );
});
