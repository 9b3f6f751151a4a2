import type { LearnerItem, Option } from '@rounds/contracts/item';
import { allotItems } from './allot-items.ts';
import { makeRandomFor } from './make-random.ts';
import { shuffleList } from './shuffle-list.ts';

export type QuizDraw<T extends LearnerItem> = {
  personId: string;
  versionId: string;
  /** 1 for the first try. Numbers may be repeated or skipped. */
  tryNumber: number;
  /** All items of the version, in any order. */
  items: readonly T[];
  /** Items to draw. */
  size: number;
};

/**
 * The items of one try, in the order to show them, options included. The same on every device and on the server.
 * Each person has one fixed shuffle of each outcome's items, and a try goes on where the one before it stopped: no item
 * comes again before all of its outcome have been seen. The start follows from the number alone, so tries may be skipped.
 * Throws RangeError for a number that is not a positive integer, or a size the pool cannot serve.
 */
export function drawQuiz<T extends LearnerItem>(draw: QuizDraw<T>): T[] {
  const { personId, versionId, tryNumber } = draw;
  if (!Number.isSafeInteger(tryNumber) || tryNumber < 1) throw new RangeError(`No try has the number ${tryNumber}`);
  const pools = poolsOf(draw);
  const quotas = allotItems(
    pools.map(({ outcomeId, items }) => ({ outcomeId, available: items.length })),
    draw.size,
  );
  const drawn = pools.flatMap(({ outcomeId, items }) => takeTurn(items, quotas.get(outcomeId) ?? 0, tryNumber));
  const ofTry = [personId, versionId, String(tryNumber)] as const;
  return shuffleList(drawn, makeRandomFor('items', ...ofTry)).map((item) => ({
    ...item,
    options: arrangeOptions(item, ofTry),
  }));
}

/** One fixed shuffle of each outcome's items, and one of the outcomes, so that people differ in which gives more. */
function poolsOf<T extends LearnerItem>({ personId, versionId, items }: QuizDraw<T>) {
  const sorted = items.toSorted((a, b) => compareText(a.itemId, b.itemId));
  const byOutcome = Map.groupBy(sorted, (item) => item.outcomeId);
  return shuffleList([...byOutcome.keys()], makeRandomFor('outcomes', personId, versionId)).map((outcomeId) => ({
    outcomeId,
    items: shuffleList(byOutcome.get(outcomeId) ?? [], makeRandomFor('pool', personId, versionId, outcomeId)),
  }));
}

/** The `count` items that follow those of all earlier tries, round and round. Remainders first: numbers stay exact. */
function takeTurn<T>(pool: readonly T[], count: number, tryNumber: number): T[] {
  const start = ((tryNumber - 1) % pool.length) * count;
  return Array.from({ length: count }, (_, i) => pool[(start + i) % pool.length] as T);
}

/** Options that all begin with a number keep the author's order (domain rule: numbers are shown sorted). */
function arrangeOptions(item: LearnerItem, ofTry: readonly string[]): Option[] {
  if (item.kind !== 'ordering' && item.options.every(startsWithNumber)) return item.options;
  return shuffleList(item.options, makeRandomFor('options', ...ofTry, item.itemId));
}

const startsWithNumber = ({ html }: Option): boolean => /^(?:\s|<[^>]*>|[£$€+−<>≤≥~-]|&[lg]t;)*\d/u.test(html);

/** By code unit: the same everywhere, as locale order is not. */
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
