import type { AttemptResult, ItemResult } from '@rounds/contracts/attempt';
import type { LearnerDocument } from '@rounds/contracts/learner-document';

/** The items of a try, confident errors first. */
export type Groups = { verySure: ItemResult[]; notRight: ItemResult[]; right: ItemResult[] };

/** Not wholly right, and the learner was very sure. */
export function isConfidentError({ fraction, response }: Pick<ItemResult, 'fraction' | 'response'>): boolean {
  return fraction < 1 && response.certainty === 3;
}

export function groupItems({ items }: Pick<AttemptResult, 'items'>): Groups {
  const wrong = items.filter(({ fraction }) => fraction < 1);
  return {
    verySure: wrong.filter(isConfidentError),
    notRight: wrong.filter((item) => !isConfidentError(item)),
    right: items.filter(({ fraction }) => fraction === 1),
  };
}

/** The items that were not right, confident errors first. */
export function wrongItems(result: Pick<AttemptResult, 'items'>): ItemResult[] {
  const { verySure, notRight } = groupItems(result);
  return [...verySure, ...notRight];
}

export type CardToReread = { number: number; title: string; answers: number };

/** The cards behind the items that were not right, in the order of the module. */
export function cardsToReread(
  { items }: Pick<AttemptResult, 'items'>,
  { cards }: Pick<LearnerDocument, 'cards'>,
): CardToReread[] {
  const wrong = items.filter(({ fraction }) => fraction < 1);
  return cards.flatMap(({ cardId, title }, index) => {
    const answers = wrong.filter((item) => item.cardId === cardId).length;
    return answers === 0 ? [] : [{ number: index + 1, title, answers }];
  });
}
