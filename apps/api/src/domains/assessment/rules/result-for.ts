import type { ItemResult } from '@rounds/contracts/attempt';
import type { Key, MarkingItem, Rationale, Response } from '@rounds/contracts/item';
import { isRight, type ItemMark } from './mark-quiz.ts';
import { sameKey } from './same-key.ts';

type Marked = {
  passed: boolean;
  /** In the order drawn. */
  items: readonly ItemMark[];
  responses: readonly Response[];
  /** All items of the version. */
  pool: readonly MarkingItem[];
};

/**
 * What a learner is told of each item. After a pass everything. Before it nothing that names the key: which items were
 * wrong, why a wrong option that was chosen is wrong, and the card to reread.
 */
export function resultFor({ passed, items, responses, pool }: Marked): ItemResult[] {
  const given = new Map(responses.map((response) => [response.itemId, response]));
  const known = new Map(pool.map((item) => [item.itemId, item]));
  return items.map((mark) => {
    const item = known.get(mark.itemId);
    if (item === undefined) throw new Error('A marked item is not in its version');
    const response = given.get(mark.itemId) ?? { itemId: mark.itemId, optionIds: [], pairs: [] };
    const result = { itemId: mark.itemId, fraction: mark.fraction, response };
    return passed ? { ...result, ...explained(item, mark) } : { ...result, ...hinted(item, mark, response) };
  });
}

type Told = Pick<ItemResult, 'key' | 'rationales' | 'sources' | 'cardId'>;

function explained({ key, rationales, sources, cardId }: MarkingItem, { mendedKey }: ItemMark): Told {
  const fitting =
    mendedKey === undefined ? rationales : rationales.filter(({ optionId }) => !changed(key, mendedKey, optionId));
  return { key: mendedKey ?? key, rationales: fitting, sources, cardId };
}

function hinted(item: MarkingItem, mark: ItemMark, response: Response): Told {
  const rationales = item.rationales.filter(({ optionId }) => mayExplain(item.key, mark.mendedKey, response, optionId));
  return { key: null, rationales, sources: [], cardId: isRight(mark.fraction) ? null : item.cardId };
}

/** Only a wrong option that was chosen. Where the key is an order or pairs, each rationale would tell a part of it. */
function mayExplain(
  key: Key,
  mendedKey: Key | undefined,
  { optionIds }: Response,
  optionId: Rationale['optionId'],
): boolean {
  const right = rightOptions(mendedKey ?? key);
  if (right === null || right.has(optionId) || !optionIds.includes(optionId)) return false;
  return mendedKey === undefined || !changed(key, mendedKey, optionId);
}

/** Its rationale was written for a key that has been mended, and says the opposite of what is true now. */
function changed(key: Key, mendedKey: Key, optionId: string): boolean {
  if (sameKey(key, mendedKey)) return false;
  const [before, after] = [rightOptions(key), rightOptions(mendedKey)];
  return before === null || after === null || before.has(optionId) !== after.has(optionId);
}

function rightOptions(key: Key): ReadonlySet<string> | null {
  switch (key.kind) {
    case 'single-best-answer':
      return new Set([key.optionId]);
    case 'multiple-response':
      return new Set(key.optionIds);
    case 'ordering':
    case 'matching':
      return null;
  }
}
