import { describe, expect, it } from '@jest/globals';
import type { Key, MarkingItem } from '@rounds/contracts/item';
import { drawQuiz } from '@rounds/rules/draw-quiz';
import fc from 'fast-check';
import { markQuiz } from '../../domains/assessment/rules/mark-quiz.ts';
import { checkResponses } from '../../domains/assessment/rules/check-responses.ts';
import { answerQuiz } from './answer-quiz.ts';

const KEYS: Key[] = [
  { kind: 'single-best-answer', optionId: 'b' },
  { kind: 'multiple-response', optionIds: ['a', 'c'] },
  { kind: 'multiple-response', optionIds: ['a', 'b', 'c'] },
  { kind: 'ordering', optionIds: ['c', 'a', 'b'] },
  {
    kind: 'matching',
    pairs: [
      { promptId: 'p', optionId: 'a' },
      { promptId: 'q', optionId: 'b' },
      { promptId: 'r', optionId: 'a' },
    ],
  },
];

function item(index: number, safetyCritical: boolean): MarkingItem {
  const key = KEYS[index % KEYS.length] as Key;
  const part = (optionId: string) => ({ optionId, html: optionId });
  return {
    itemId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    kind: key.kind,
    outcomeId: `o${index % 3}`,
    safetyCritical,
    stemHtml: '',
    prompts: key.kind === 'matching' ? ['p', 'q', 'r'].map(part) : [],
    options: ['a', 'b', 'c'].map(part),
    key,
    rationales: [],
    sources: [],
    cardId: null,
  };
}

const aTry = fc.record({
  personId: fc.uuid(),
  tryNumber: fc.integer({ min: 1, max: 9 }),
  size: fc.integer({ min: 5, max: 8 }),
  short: fc.integer({ min: 0, max: 2 }),
  critical: fc.array(fc.boolean(), { minLength: 15, maxLength: 15 }),
});

describe('a quiz answered', () => {
  it.each([true, false])('turns out as meant, by answers that the product takes: passes %s', (passes) => {
    fc.assert(
      fc.property(aTry, ({ personId, tryNumber, size, short, critical }) => {
        const versionId = '11111111-1111-4111-8111-111111111111';
        const items = critical.map((safetyCritical, index) => item(index, safetyCritical));
        const marking = { versionId, size, passMark: size - short, items };
        const responses = answerQuiz({ personId, marking, tryNumber, passes });
        const drawn = drawQuiz({ personId, versionId, tryNumber, items, size });
        expect(checkResponses({ responses, drawn, pool: items })).toBeNull();
        expect(markQuiz({ drawn, passMark: marking.passMark, responses, mendedKeys: new Map() }).passed).toBe(passes);
      }),
    );
  });
});
