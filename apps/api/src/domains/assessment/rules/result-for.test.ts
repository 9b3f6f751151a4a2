import { describe, expect, it } from '@jest/globals';
import type { Key, MarkingItem, Response } from '@rounds/contracts/item';
import { quizItems, rightResponse, wrongResponse } from '../../../../test/factories/quiz-items.ts';
import { markQuiz } from './mark-quiz.ts';
import { resultFor } from './result-for.ts';

const pool = quizItems('why-it-matters');
const [best, multiple, ordering, matching] = pool as [MarkingItem, MarkingItem, MarkingItem, MarkingItem];
const drawn = [matching, best, ordering, multiple];

function results(responses: Response[], passed: boolean, mendedKeys = new Map<string, Key>()) {
  const { items } = markQuiz({ drawn, passMark: 4, responses, mendedKeys });
  return resultFor({ passed, items, responses, pool });
}
const of = (item: MarkingItem, all: ReturnType<typeof results>) => all.find(({ itemId }) => itemId === item.itemId)!;
const explains = (item: MarkingItem, all: ReturnType<typeof results>) =>
  of(item, all).rationales.map(({ optionId }) => optionId);

describe('resultFor, not passed', () => {
  const failed = results(
    [
      wrongResponse(best),
      { itemId: multiple.itemId, optionIds: ['a', 'c'], pairs: [] },
      wrongResponse(ordering),
      wrongResponse(matching),
    ],
    false,
  );

  it('names no key, no source, and no rationale but those of wrong options that were chosen', () => {
    expect(failed.every(({ key, sources }) => key === null && sources.length === 0)).toBe(true);
    expect(explains(best, failed)).toEqual(['d']);
    expect(explains(multiple, failed)).toEqual(['c']);
  });

  it('says nothing of an order or of pairs, where every rationale tells a part', () => {
    expect(explains(ordering, failed)).toEqual([]);
    expect(explains(matching, failed)).toEqual([]);
  });

  it('names the card to reread for each item that is not wholly right', () => {
    expect(failed.map(({ cardId }) => cardId)).toEqual(Array(4).fill('why-it-matters'));
    const [right] = results([rightResponse(best)], false).filter(({ itemId }) => itemId === best.itemId);
    expect(right).toMatchObject({ cardId: null, fraction: 1, rationales: [] });
  });

  it('keeps the order drawn, and shows an item left out as unanswered', () => {
    const empty = results([], false);
    expect(empty.map(({ itemId }) => itemId)).toEqual(drawn.map(({ itemId }) => itemId));
    expect(of(best, empty).response).toEqual({ itemId: best.itemId, optionIds: [], pairs: [] });
  });

  it('does not hold a key anywhere', () => {
    const text = JSON.stringify(results(drawn.map(wrongResponse), false));
    for (const secret of ['a-secret', 'b-secret', 'p1-secret', 'p2-secret', 'p3-secret'])
      expect(text).not.toContain(secret);
  });
});

describe('resultFor, passed', () => {
  it('gives every key, rationale, source and card', () => {
    for (const result of results(drawn.map(rightResponse), true)) {
      const item = pool.find(({ itemId }) => itemId === result.itemId)!;
      expect(result).toMatchObject({
        key: item.key,
        rationales: item.rationales,
        sources: item.sources,
        cardId: item.cardId,
      });
    }
  });
});

describe('resultFor, with a mended key', () => {
  const mended = (item: MarkingItem, key: Key) => new Map([[item.itemId, key]]);
  const now: Key = { kind: 'single-best-answer', optionId: 'd' };

  it('shows the mended key, without the rationales that it made untrue', () => {
    const all = results([wrongResponse(best)], true, mended(best, now));
    expect(of(best, all).key).toEqual(now);
    expect(explains(best, all)).toEqual(['b', 'c']);
  });

  it('does not explain the option that used to be right', () => {
    expect(
      explains(best, results([{ itemId: best.itemId, optionIds: ['a'], pairs: [] }], false, mended(best, now))),
    ).toEqual([]);
    expect(
      explains(best, results([{ itemId: best.itemId, optionIds: ['b'], pairs: [] }], false, mended(best, now))),
    ).toEqual(['b']);
  });

  it('drops all rationales of a mended order', () => {
    const all = results([], true, mended(ordering, { kind: 'ordering', optionIds: ['d', 'c', 'b', 'a'] }));
    expect(explains(ordering, all)).toEqual([]);
  });
});
