import type { Key, MarkingItem, Response } from '@rounds/contracts/item';
import type { MarkingDocument } from '@rounds/contracts/marking-document';
import { drawQuiz } from '@rounds/rules/draw-quiz';
import { markItem } from '@rounds/rules/mark-item';

type Try = { personId: string; marking: MarkingDocument; tryNumber: number; passes: boolean };

/** What somebody answers who is going to pass, often not with full marks, or to fail by one item. In the order shown. */
export function answerQuiz({ personId, marking, tryNumber, passes }: Try): Response[] {
  const { versionId, items, size, passMark } = marking;
  const drawn = drawQuiz({ personId, versionId, tryNumber, items, size });
  const mistakes = passes ? Math.min(1, Math.floor(size - passMark)) : Math.floor(size - passMark) + 1;
  const wrong = new Set(whereTheyErr(drawn, passes).slice(0, mistakes));
  return drawn.map((item) => (wrong.has(item) ? wrongly(item) : rightly(item)));
}

/** Who passes has every safety-critical item right. */
function whereTheyErr(drawn: readonly MarkingItem[], passes: boolean): MarkingItem[] {
  const harmless = drawn.filter((item) => !item.safetyCritical);
  return passes ? harmless.slice(-1) : [...harmless, ...drawn.filter((item) => item.safetyCritical)];
}

export function rightly({ itemId, key }: { itemId: string; key: Key }): Response {
  switch (key.kind) {
    case 'single-best-answer':
      return { itemId, optionIds: [key.optionId], pairs: [] };
    case 'multiple-response':
    case 'ordering':
      return { itemId, optionIds: [...key.optionIds], pairs: [] };
    case 'matching':
      return { itemId, optionIds: [], pairs: [...key.pairs] };
  }
}

/** An answer that earns nothing; none at all where every answer would earn something. */
export function wrongly(item: Pick<MarkingItem, 'itemId' | 'key' | 'options'>): Response {
  const { itemId } = item;
  const tried = { itemId, ...mistake(item) };
  return markItem(item, tried) === 0 ? tried : { itemId, optionIds: [], pairs: [] };
}

function mistake({ key, options }: Pick<MarkingItem, 'key' | 'options'>): Pick<Response, 'optionIds' | 'pairs'> {
  if (key.kind === 'ordering') return { optionIds: key.optionIds.toReversed(), pairs: [] };
  if (key.kind === 'matching') {
    const rotated = key.pairs.map(({ promptId }, i) => ({
      promptId,
      optionId: key.pairs[(i + 1) % key.pairs.length]?.optionId ?? '',
    }));
    return { optionIds: [], pairs: rotated };
  }
  const right = new Set(key.kind === 'multiple-response' ? key.optionIds : [key.optionId]);
  return {
    optionIds: options
      .map(({ optionId }) => optionId)
      .filter((id) => !right.has(id))
      .slice(0, 1),
    pairs: [],
  };
}
