import { describe, expect, it } from '@jest/globals';
import type { MarkingItem, Response } from '@rounds/contracts/item';
import { quizItems, rightResponse } from '../../../../test/factories/quiz-items.ts';
import { checkResponses } from './check-responses.ts';

const pool = quizItems('c1');
const [best, multiple, ordering, matching] = pool as [MarkingItem, MarkingItem, MarkingItem, MarkingItem];
const drawn = [best, multiple, ordering, matching];
const undrawn = pool[5]!;
const check = (...responses: Response[]) => checkResponses({ responses, drawn, pool });
const to = ({ itemId }: MarkingItem, optionIds: string[], pairs: Response['pairs'] = []): Response => ({
  itemId,
  optionIds,
  pairs,
});
const pair = (promptId: string, optionId: string) => ({ promptId, optionId });

describe('checkResponses', () => {
  it.each([
    ['every item right', drawn.map(rightResponse)],
    ['nothing answered', []],
    ['items left empty', [to(best, []), to(matching, [])]],
    ['part of an order and of the pairs', [to(ordering, ['a', 'b']), to(matching, [], [pair('p1', 'd')])]],
    ['one option for two prompts', [to(matching, [], [pair('p1', 'd'), pair('p2', 'd')])]],
  ])('takes %s', (_, responses) => {
    expect(check(...responses)).toBeNull();
  });

  it.each<[string, Response, string, string]>([
    [
      'an item of no version',
      { itemId: '0190d1a6-0000-7000-8000-000000000009', optionIds: ['a'], pairs: [] },
      'unknown-item',
      'responses.1.itemId',
    ],
    ['an item that was not drawn', to(undrawn, ['a']), 'item-outside-draw', 'responses.1.itemId'],
    ['an item answered twice', to(best, ['b']), 'invalid-request', 'responses.1.itemId'],
    ['an option of another item', to(multiple, ['a', 'of-another']), 'unknown-option', 'responses.1.optionIds.1'],
    [
      'an unknown prompt',
      to(matching, [], [pair('p1', 'a'), pair('p9', 'a')]),
      'unknown-option',
      'responses.1.pairs.1.promptId',
    ],
    [
      'an unknown option in a pair',
      to(matching, [], [pair('p1', 'z')]),
      'unknown-option',
      'responses.1.pairs.0.optionId',
    ],
    ['an option named twice', to(multiple, ['a', 'a']), 'too-many-options', 'responses.1.optionIds'],
    ['an order that repeats', to(ordering, ['a', 'b', 'a']), 'too-many-options', 'responses.1.optionIds'],
    [
      'more options than there are',
      to(multiple, ['a', 'b', 'c', 'd', 'a']),
      'too-many-options',
      'responses.1.optionIds',
    ],
    ['options where pairs belong', to(matching, ['a']), 'too-many-options', 'responses.1.optionIds'],
    [
      'a prompt answered twice',
      to(matching, [], [pair('p1', 'a'), pair('p1', 'b')]),
      'too-many-options',
      'responses.1.pairs',
    ],
  ])('names %s', (_, response, code, field) => {
    expect(check(to(best, ['a']), response)).toMatchObject({ code, field });
  });

  it('allows one option to a single best answer', () => {
    expect(check(to(best, ['a', 'b']))).toMatchObject({ code: 'too-many-options', field: 'responses.0.optionIds' });
  });

  it('takes no pairs but for matching', () => {
    const odd = { ...matching, kind: 'multiple-response' as const };
    expect(checkResponses({ responses: [to(odd, [], [pair('p1', 'a')])], drawn: [odd], pool: [odd] })).toMatchObject({
      code: 'too-many-options',
      field: 'responses.0.pairs',
    });
  });
});
