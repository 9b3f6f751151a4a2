import type { Key } from '@rounds/contracts/item';

/** Whether two keys mark every response alike. */
export function sameKey(a: Key, b: Key): boolean {
  return JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));
}

function canonical(key: Key): (string | string[])[] {
  switch (key.kind) {
    case 'single-best-answer':
      return [key.kind, key.optionId];
    case 'multiple-response':
      return [key.kind, key.optionIds.toSorted()];
    case 'ordering':
      return [key.kind, key.optionIds];
    case 'matching':
      return [key.kind, key.pairs.map(({ promptId, optionId }) => `${promptId} ${optionId}`).toSorted()];
  }
}
