import type { Key, MarkingItem, Response } from '@rounds/contracts/item';
import { markItem } from '@rounds/rules/mark-item';

/** Fractions are sums of thirds and quarters, which floating point cannot hold: 4 of 5 must meet a pass mark of 4. */
const TOLERANCE = 1e-9;

/** The mark of one item, from 0 to 1. `mendedKey`: what it was marked by, where that is not the frozen version's key. */
export type ItemMark = { itemId: string; fraction: number; mendedKey?: Key };

export type QuizMark = {
  /** Sum of the fractions, unrounded. */
  raw: number;
  /** One a drawn item. */
  max: number;
  passed: boolean;
  safetyItemMissed: boolean;
  /** In the order drawn. */
  items: ItemMark[];
};

type Quiz = {
  drawn: readonly MarkingItem[];
  /** In marks. */
  passMark: number;
  responses: readonly Response[];
  /** Keys mended since the version was frozen, by item. */
  mendedKeys: ReadonlyMap<string, Key>;
};

/** Marks one try. Every item weighs the same, and a safety-critical one must be wholly right to pass. */
export function markQuiz({ drawn, passMark, responses, mendedKeys }: Quiz): QuizMark {
  const given = new Map(responses.map((response) => [response.itemId, response]));
  const items = drawn.map(({ itemId, key }): ItemMark => {
    const mendedKey = mendedKeys.get(itemId);
    const fraction = markItem({ key: mendedKey ?? key }, given.get(itemId));
    return { itemId, fraction, ...(mendedKey !== undefined && { mendedKey }) };
  });
  const raw = items.reduce((sum, item) => sum + item.fraction, 0);
  const safetyItemMissed = drawn.some(({ safetyCritical }, i) => safetyCritical && !isRight(items[i]?.fraction ?? 0));
  return {
    raw,
    max: items.length,
    passed: meetsPassMark({ raw, safetyItemMissed }, passMark),
    safetyItemMissed,
    items,
  };
}

/** Compared unrounded. */
export function meetsPassMark(
  { raw, safetyItemMissed }: Pick<QuizMark, 'raw' | 'safetyItemMissed'>,
  passMark: number,
): boolean {
  return raw + TOLERANCE >= passMark && !safetyItemMissed;
}

/** Wholly right, allowing for floating point. */
export function isRight(fraction: number): boolean {
  return fraction + TOLERANCE >= 1;
}
