import { describe, expect, it } from '@jest/globals';
import type { Key, MarkingItem } from '@rounds/contracts/item';
import { quizItems, rightResponse, wrongResponse } from '../../../../test/factories/quiz-items.ts';
import { markQuiz } from './mark-quiz.ts';
import { reMark } from './re-mark.ts';
import { sameKey } from './same-key.ts';

const pool = quizItems('c1');
const [best, multiple] = pool as [MarkingItem, MarkingItem];
const drawn = [best, multiple];
const mended: Key = { kind: 'single-best-answer', optionId: 'd' };
const none = new Map<string, Key>();

describe('reMark', () => {
  const again = (responses: ReturnType<typeof rightResponse>[], passMark: number, items = drawn) => {
    const before = markQuiz({ drawn: items, passMark, responses, mendedKeys: none });
    return reMark({ before, responses, passMark, pool: items, mendedItemId: best.itemId, key: mended });
  };

  it('passes a fail that the mended key makes right', () => {
    expect(again([wrongResponse(best), rightResponse(multiple)], 2)).toMatchObject({ raw: 2, passed: true });
  });

  it('tells the new score of a pass, and lets it stand', () => {
    expect(again([rightResponse(best), rightResponse(multiple)], 2)).toMatchObject({ raw: 1, passed: true });
  });

  it('clears a safety-critical item that was missed only by the wrong key', () => {
    const items = [{ ...best, safetyCritical: true }, multiple];
    expect(again([wrongResponse(best), rightResponse(multiple)], 1, items)).toMatchObject({
      passed: true,
      safetyItemMissed: false,
    });
  });

  it('keeps keys that were mended before', () => {
    const earlier: Key = { kind: 'multiple-response', optionIds: ['c', 'd'] };
    const responses = [wrongResponse(best), wrongResponse(multiple)];
    const before = markQuiz({ drawn, passMark: 2, responses, mendedKeys: new Map([[multiple.itemId, earlier]]) });
    expect(reMark({ before, responses, passMark: 2, pool, mendedItemId: best.itemId, key: mended })).toMatchObject({
      raw: 2,
      passed: true,
    });
  });
});

describe('sameKey', () => {
  const pair = (promptId: string, optionId: string) => ({ promptId, optionId });
  it.each<[string, Key, Key, boolean]>([
    ['one option', mended, { ...mended }, true],
    ['another option', mended, { kind: 'single-best-answer', optionId: 'a' }, false],
    [
      'a set in another order',
      { kind: 'multiple-response', optionIds: ['a', 'b'] },
      { kind: 'multiple-response', optionIds: ['b', 'a'] },
      true,
    ],
    [
      'an order in another order',
      { kind: 'ordering', optionIds: ['a', 'b'] },
      { kind: 'ordering', optionIds: ['b', 'a'] },
      false,
    ],
    [
      'pairs in another order',
      { kind: 'matching', pairs: [pair('p', 'a'), pair('q', 'b')] },
      { kind: 'matching', pairs: [pair('q', 'b'), pair('p', 'a')] },
      true,
    ],
    [
      'a set and an order',
      { kind: 'multiple-response', optionIds: ['a'] },
      { kind: 'ordering', optionIds: ['a'] },
      false,
    ],
  ])('%s', (_, a, b, same) => {
    expect(sameKey(a, b)).toBe(same);
  });
});
