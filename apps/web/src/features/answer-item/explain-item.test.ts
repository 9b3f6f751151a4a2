import { describe, expect, test } from '@jest/globals';
import type { Key, Rationale } from '@rounds/contracts/item';
import { type Explained, explainItem } from './explain-item.ts';
import type { Question } from './item-form.tsx';

const option = (optionId: string) => ({ optionId, html: optionId.toUpperCase() });
const item = (kind: Question['kind'], prompts: string[] = []): Question => ({
  itemId: 'i',
  kind,
  prompts: prompts.map(option),
  options: ['a', 'b', 'c'].map(option),
});
const why = (optionId: string, unsafe = false): Rationale => ({ optionId, html: `why ${optionId}`, unsafe });

function lines(
  explained: Omit<Explained, 'response'> & { optionIds?: string[]; pairs?: { promptId: string; optionId: string }[] },
) {
  const { optionIds = [], pairs = [], ...rest } = explained;
  return explainItem({ ...rest, response: { optionIds, pairs } }).map(({ kind, note, html, whyHtml }) => [
    kind,
    note,
    html,
    whyHtml,
  ]);
}

describe('single best answer', () => {
  const key: Key = { kind: 'single-best-answer', optionId: 'b' };
  const single = item('single-best-answer');

  test('wrong, after a pass: every option with its reason, the key named', () => {
    expect(
      lines({ item: single, itemKey: key, rationales: [why('a'), why('b'), why('c', true)], optionIds: ['a'] }),
    ).toEqual([
      ['wrong', 'Your answer', 'A', 'why a'],
      ['right', 'Right answer', 'B', 'why b'],
      ['plain', 'Unsafe', 'C', 'why c'],
    ]);
  });

  test('right', () => {
    expect(lines({ item: single, itemKey: key, rationales: [], optionIds: ['b'] })[1]).toEqual([
      'right',
      'Your answer, right',
      'B',
      null,
    ]);
  });

  test('before a pass: only the wrong choice is spoken of, and the key is nowhere', () => {
    expect(lines({ item: single, itemKey: null, rationales: [why('a', true)], optionIds: ['a'] })).toEqual([
      ['wrong', 'Your answer, unsafe', 'A', 'why a'],
    ]);
  });
});

test('multiple response before a pass: a right choice without a rationale is not given away', () => {
  const explained = { item: item('multiple-response'), itemKey: null, rationales: [why('c')], optionIds: ['a', 'c'] };
  expect(lines(explained)).toEqual([['wrong', 'Your answer', 'C', 'why c']]);
});

test('an ordering stands in the right order, each line with its own place', () => {
  const key: Key = { kind: 'ordering', optionIds: ['c', 'a', 'b'] };
  expect(lines({ item: item('ordering'), itemKey: key, rationales: [], optionIds: ['c', 'b', 'a'] })).toEqual([
    ['right', '1. You put it here', 'C', null],
    ['wrong', '2. You put it at 3', 'A', null],
    ['wrong', '3. You put it at 2', 'B', null],
  ]);
});

test('an ordering before a pass is the learner’s own', () => {
  const explained = { item: item('ordering'), itemKey: null, rationales: [], optionIds: ['b', 'a'] };
  expect(lines(explained)).toEqual([
    ['plain', null, 'B', null],
    ['plain', null, 'A', null],
  ]);
});

test('pairs: what was chosen, then what is right', () => {
  const key: Key = {
    kind: 'matching',
    pairs: [
      { promptId: 'p', optionId: 'a' },
      { promptId: 'q', optionId: 'b' },
    ],
  };
  const pairs = [
    { promptId: 'p', optionId: 'a' },
    { promptId: 'q', optionId: 'c' },
  ];
  expect(lines({ item: item('matching', ['p', 'q']), itemKey: key, rationales: [why('q')], pairs })).toEqual([
    ['right', 'Your answer, right', 'P: A', null],
    ['wrong', 'Your answer', 'Q: C', null],
    ['right', 'Right answer', 'Q: B', 'why q'],
  ]);
});
