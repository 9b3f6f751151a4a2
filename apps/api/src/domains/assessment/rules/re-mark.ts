import type { Key, MarkingItem, Response } from '@rounds/contracts/item';
import { markQuiz, type QuizMark } from './mark-quiz.ts';

type Marked = {
  /** The mark that holds now. */
  before: Pick<QuizMark, 'passed' | 'items'>;
  responses: readonly Response[];
  passMark: number;
  /** All items of the version. */
  pool: readonly MarkingItem[];
  mendedItemId: string;
  key: Key;
};

/** A mark made again by a mended key of one item. A pass is never withdrawn, whatever the new score. */
export function reMark({ before, responses, passMark, pool, mendedItemId, key }: Marked): QuizMark {
  const known = new Map(pool.map((item) => [item.itemId, item]));
  const drawn = before.items.flatMap(({ itemId }) => known.get(itemId) ?? []);
  const mendedKeys = new Map(
    before.items.flatMap(({ itemId, mendedKey }) => (mendedKey === undefined ? [] : [[itemId, mendedKey]])),
  );
  const mark = markQuiz({ drawn, passMark, responses, mendedKeys: mendedKeys.set(mendedItemId, key) });
  return { ...mark, passed: mark.passed || before.passed };
}
