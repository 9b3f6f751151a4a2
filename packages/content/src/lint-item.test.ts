import { describe, expect, it } from '@jest/globals';
import type { AuthoredItem } from './authored-item.ts';
import { lintItem } from './lint-item.ts';

const lint = (texts: string[], stem = 'A person falls. What do you do first?', key = 'o0') => {
  const options = texts.map((text, i) => ({ id: `o${i}`, text, rationale: 'Because.', unsafe: false }));
  const item: AuthoredItem = {
    id: 'x',
    kind: 'single-best-answer',
    outcome: 'o1',
    card: 'c',
    safetyCritical: false,
    stem,
    options,
    key,
    sources: ['s'],
  };
  return lintItem(item)
    .map(({ message }) => message)
    .join('\n');
};
const sound = ['Call for help', 'Check the airway', 'Read the notes'];

describe('lintItem', () => {
  it('has nothing to say of a sound item', () => {
    expect(lint(sound)).toBe('');
  });

  it.each([
    ['a negative question', sound, 'A person falls. Which is not safe?', /negative \("not"\)/],
    ['an absolute word', ['Call for help', 'Always check', 'Read the notes'], undefined, /"Always" marks/],
    ['a vague word', ['Call for help', 'Check it sometimes', 'Read the notes'], undefined, /"sometimes" means/],
    [
      'a key much longer than the rest',
      ['Call for help and stay with the person', 'Check', 'Read'],
      undefined,
      /1.5 times/,
    ],
    ['numbers out of order', ['3 hours', '1 hour', '12 hours'], undefined, /Sort the numbers/],
    ['an article that fits some options', ['apple', 'pear', 'orange'], 'She eats an', /does not fit every option/],
    [
      'a word of the stem in the key alone',
      ['Lift the person', 'Check', 'Read'],
      'A person falls. What now?',
      /"person" is repeated/,
    ],
  ])('warns of %s', (_, options, stem, message) => {
    expect(lint(options, stem)).toMatch(message);
  });

  it.each([
    ['"not" before the question', sound, 'He does not answer. What do you do first?'],
    ['numbers in order, thousands included', ['£500', '£1,000', '£2,000'], undefined],
    ['a word that other options repeat too', ['Lift the person', 'Call the person', 'Read to the person'], undefined],
  ])('is silent on %s', (_, options, stem) => {
    expect(lint(options, stem)).toBe('');
  });
});
