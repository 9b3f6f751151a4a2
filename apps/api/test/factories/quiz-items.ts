import { randomUUID } from 'node:crypto';
import type { MarkingItem, Response } from '@rounds/contracts/item';

type Shared = Omit<MarkingItem, 'key' | 'kind' | 'prompts'>;
const LETTERS = ['a', 'b', 'c', 'd'] as const;

/** Twelve items, four an outcome, of every kind. In each the right answer is a, or a and b, or the order of the alphabet. */
export function quizItems(cardId: string): MarkingItem[] {
  return ['o1', 'o2', 'o3'].flatMap((outcomeId) => [
    best(shared(outcomeId, cardId, 1)),
    multiple(shared(outcomeId, cardId, 2)),
    ordering(shared(outcomeId, cardId, 3)),
    matching(shared(outcomeId, cardId, 4)),
  ]);
}

function shared(outcomeId: string, cardId: string, number: number): Shared {
  return {
    itemId: randomUUID(),
    outcomeId,
    safetyCritical: false,
    stemHtml: `<p>Scene ${number} of ${outcomeId}. What do you do?</p>`,
    options: LETTERS.map((optionId) => ({ optionId, html: `Course ${optionId}` })),
    rationales: LETTERS.map((optionId) => ({ optionId, html: `<p>Because of ${optionId}-secret</p>`, unsafe: false })),
    sources: ['tern-2024'],
    cardId,
  };
}

const best = (item: Shared): MarkingItem => ({
  ...item,
  kind: 'single-best-answer',
  prompts: [],
  key: { kind: 'single-best-answer', optionId: 'a' },
});
const multiple = (item: Shared): MarkingItem => ({
  ...item,
  kind: 'multiple-response',
  prompts: [],
  key: { kind: 'multiple-response', optionIds: ['a', 'b'] },
});
const ordering = (item: Shared): MarkingItem => ({
  ...item,
  kind: 'ordering',
  prompts: [],
  key: { kind: 'ordering', optionIds: [...LETTERS] },
});
const matching = (item: Shared): MarkingItem => ({
  ...item,
  kind: 'matching',
  prompts: ['p1', 'p2', 'p3'].map((optionId) => ({ optionId, html: `Prompt ${optionId}` })),
  rationales: ['p1', 'p2', 'p3'].map((optionId) => ({
    optionId,
    html: `<p>Because of ${optionId}-secret</p>`,
    unsafe: false,
  })),
  key: { kind: 'matching', pairs: ['a', 'b', 'c'].map((optionId, i) => ({ promptId: `p${i + 1}`, optionId })) },
});

/** A response that earns the whole mark. */
export function rightResponse({ itemId, key }: MarkingItem): Response {
  switch (key.kind) {
    case 'single-best-answer':
      return { itemId, optionIds: [key.optionId], pairs: [] };
    case 'multiple-response':
    case 'ordering':
      return { itemId, optionIds: key.optionIds, pairs: [] };
    case 'matching':
      return { itemId, optionIds: [], pairs: key.pairs };
  }
}

/** A response that earns nothing. */
export function wrongResponse({ itemId, key }: MarkingItem): Response {
  switch (key.kind) {
    case 'single-best-answer':
      return { itemId, optionIds: ['d'], pairs: [] };
    case 'multiple-response':
      return { itemId, optionIds: ['c', 'd'], pairs: [] };
    case 'ordering':
      return { itemId, optionIds: key.optionIds.toReversed(), pairs: [] };
    case 'matching':
      return { itemId, optionIds: [], pairs: key.pairs.map(({ promptId }) => ({ promptId, optionId: 'd' })) };
  }
}
