import type { Key, MarkingItem, Response } from '@rounds/contracts/item';

export type Choice = Pick<Response, 'optionIds' | 'pairs'>;

/** A key as the form of its question shows it. */
export function choiceOf(key: Key): Choice {
  switch (key.kind) {
    case 'single-best-answer':
      return { optionIds: [key.optionId], pairs: [] };
    case 'matching':
      return { optionIds: [], pairs: key.pairs };
    case 'multiple-response':
    case 'ordering':
      return { optionIds: key.optionIds, pairs: [] };
  }
}

/** What was chosen as a key; null while it is not complete. */
export function keyIn(
  { optionIds, pairs }: Choice,
  item: Pick<MarkingItem, 'kind' | 'options' | 'prompts'>,
): Key | null {
  const [first] = optionIds;
  switch (item.kind) {
    case 'single-best-answer':
      return first === undefined ? null : { kind: 'single-best-answer', optionId: first };
    case 'multiple-response':
      return first === undefined ? null : { kind: 'multiple-response', optionIds };
    case 'ordering':
      return optionIds.length === item.options.length ? { kind: 'ordering', optionIds } : null;
    case 'matching':
      return pairs.length === item.prompts.length ? { kind: 'matching', pairs } : null;
  }
}

/** Whether two keys say the same: only an ordering's order matters. */
export function sameKey(a: Key, b: Key): boolean {
  return signature(a) === signature(b);
}

function signature(key: Key): string {
  switch (key.kind) {
    case 'single-best-answer':
      return key.optionId;
    case 'ordering':
      return key.optionIds.join();
    case 'multiple-response':
      return key.optionIds.toSorted().join();
    case 'matching':
      return key.pairs
        .map(({ promptId, optionId }) => `${promptId}=${optionId}`)
        .toSorted()
        .join();
  }
}
