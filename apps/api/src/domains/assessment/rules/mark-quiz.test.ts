import { describe, expect, it } from '@jest/globals';
import type { Key, MarkingItem } from '@rounds/contracts/item';
import fc from 'fast-check';
import { quizItems, rightResponse, wrongResponse } from '../../../../test/factories/quiz-items.ts';
import { markQuiz } from './mark-quiz.ts';

const [best, multiple, ordering, matching, best2] = quizItems('c1') as [
  MarkingItem,
  MarkingItem,
  MarkingItem,
  MarkingItem,
  MarkingItem,
];
const none = new Map<string, Key>();

describe('markQuiz', () => {
  it('gives every item the same weight, and an unanswered one nothing', () => {
    const responses = [rightResponse(best), { itemId: multiple.itemId, optionIds: ['a'], pairs: [] }];
    const mark = markQuiz({ drawn: [best, multiple, ordering], passMark: 2, responses, mendedKeys: none });
    expect(mark).toMatchObject({ raw: 1.5, max: 3, passed: false, safetyItemMissed: false });
    expect(mark.items).toEqual([
      { itemId: best.itemId, fraction: 1 },
      { itemId: multiple.itemId, fraction: 0.5 },
      { itemId: ordering.itemId, fraction: 0 },
    ]);
  });

  it('takes responses in any order, and passes over one to another item', () => {
    const responses = [rightResponse(matching), rightResponse(best2), rightResponse(best)];
    expect(markQuiz({ drawn: [best, matching], passMark: 2, responses, mendedKeys: none })).toMatchObject({
      raw: 2,
      max: 2,
      passed: true,
    });
  });

  /** Three items marked 1/3, 2/3 and 1: in floating point some such sums fall short of the whole number. */
  const thirds = (optionIds: string[][], passMark: number) => {
    const drawn = optionIds.map((_, i) => ({ ...ordering, itemId: `item-${i}` }));
    const responses = optionIds.map((ids, i) => ({ itemId: `item-${i}`, optionIds: ids, pairs: [] }));
    return markQuiz({ drawn, passMark, responses, mendedKeys: none });
  };
  const THIRD = ['a', 'b'];
  const TWO_THIRDS = ['a', 'b', 'c'];
  it.each([
    ['exactly at the pass mark', [THIRD, THIRD, THIRD, THIRD, THIRD, THIRD], 2, true],
    ['just under it', [THIRD, THIRD, THIRD, THIRD, THIRD], 2, false],
    ['at it with other fractions', [TWO_THIRDS, TWO_THIRDS, TWO_THIRDS, TWO_THIRDS, TWO_THIRDS, TWO_THIRDS], 4, true],
  ])('compares unrounded: %s', (_, given, passMark, passed) => {
    expect(thirds(given, passMark).passed).toBe(passed);
  });

  it('meets a pass mark that floating point falls short of', () => {
    const tenths = Array.from({ length: 10 }, () => 0.1).reduce((sum, part) => sum + part, 0);
    expect(tenths).toBeLessThan(1);
    const options = Array.from({ length: 10 }, (_, i) => `o${i}`);
    const wide: MarkingItem = { ...multiple, key: { kind: 'multiple-response', optionIds: options } };
    const drawn = options.map((_, i) => ({ ...wide, itemId: `wide-${i}` }));
    const responses = drawn.map(({ itemId }) => ({ itemId, optionIds: ['o1'], pairs: [] }));
    expect(markQuiz({ drawn, passMark: 1, responses, mendedKeys: none }).passed).toBe(true);
  });

  it.each([
    ['partly right', { itemId: multiple.itemId, optionIds: ['a'], pairs: [] }],
    ['wrong', wrongResponse(multiple)],
  ])('does not pass when a safety-critical item is %s, whatever the score', (_, response) => {
    const drawn = [best, best2, { ...multiple, safetyCritical: true }];
    const responses = [rightResponse(best), rightResponse(best2), response];
    expect(markQuiz({ drawn, passMark: 1, responses, mendedKeys: none })).toMatchObject({
      passed: false,
      safetyItemMissed: true,
    });
  });

  it('passes with a safety-critical item wholly right, and a slip elsewhere', () => {
    const drawn = [best, { ...multiple, safetyCritical: true }];
    const responses = [wrongResponse(best), rightResponse(multiple)];
    expect(markQuiz({ drawn, passMark: 1, responses, mendedKeys: none })).toMatchObject({
      passed: true,
      safetyItemMissed: false,
    });
  });

  it('marks by a mended key, and says so', () => {
    const mended: Key = { kind: 'single-best-answer', optionId: 'd' };
    const mark = markQuiz({
      drawn: [best],
      passMark: 1,
      responses: [wrongResponse(best)],
      mendedKeys: new Map([[best.itemId, mended]]),
    });
    expect(mark).toMatchObject({
      raw: 1,
      passed: true,
      items: [{ itemId: best.itemId, fraction: 1, mendedKey: mended }],
    });
  });

  it('never leaves 0 to max', () => {
    const drawn = [best, multiple, ordering, matching];
    const someIds = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'z'), { maxLength: 6 });
    const response = (item: MarkingItem) => someIds.map((optionIds) => ({ itemId: item.itemId, optionIds, pairs: [] }));
    fc.assert(
      fc.property(fc.tuple(...drawn.map(response)), (responses) => {
        const { raw, max, items } = markQuiz({ drawn, passMark: 3, responses, mendedKeys: none });
        expect(raw).toBeGreaterThanOrEqual(0);
        expect(raw).toBeLessThanOrEqual(max);
        expect(items).toHaveLength(max);
      }),
    );
  });
});
