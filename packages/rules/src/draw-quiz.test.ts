import { describe, expect, it } from '@jest/globals';
import type { LearnerItem } from '@rounds/contracts/item';
import fc from 'fast-check';
import { drawQuiz } from './draw-quiz.ts';

const versionId = '0190d1a6-0000-7000-8000-000000000001';

const anItem = (over: Partial<LearnerItem> & { itemId: string }): LearnerItem => ({
  kind: 'single-best-answer',
  outcomeId: 'o1',
  safetyCritical: false,
  stemHtml: '<p>What do you do first?</p>',
  prompts: [],
  options: ['a', 'b', 'c', 'd'].map((optionId) => ({ optionId, html: `Option ${optionId}` })),
  ...over,
});

/** `counts[i]` items of the i-th outcome. */
const aPool = (counts: readonly number[]): LearnerItem[] =>
  counts.flatMap((count, o) =>
    Array.from({ length: count }, (_, i) => anItem({ itemId: `item-${o}-${i}`, outcomeId: `o${o + 1}` })),
  );

const idsOf = (items: readonly LearnerItem[]) => items.map((item) => item.itemId);

const cases = fc
  .record({
    personId: fc.uuid(),
    versionId: fc.uuid(),
    tryNumber: fc.oneof(
      fc.integer({ min: 1, max: 50 }),
      fc.maxSafeInteger().filter((n) => n > 0),
    ),
    counts: fc.array(fc.integer({ min: 3, max: 7 }), { minLength: 3, maxLength: 3 }),
    size: fc.integer({ min: 5, max: 8 }),
  })
  .map(({ counts, ...draw }) => ({ ...draw, items: aPool(counts) }));

describe('drawQuiz', () => {
  it('is the same each time, in whatever order the pool is given', () => {
    fc.assert(
      fc.property(cases, (draw) => {
        expect(drawQuiz({ ...draw, items: draw.items.toReversed() })).toEqual(drawQuiz(draw));
      }),
    );
  });

  it('has the size asked for, no item twice, and every outcome', () => {
    fc.assert(
      fc.property(cases, (draw) => {
        const drawn = drawQuiz(draw);
        expect(drawn).toHaveLength(draw.size);
        expect(new Set(idsOf(drawn)).size).toBe(draw.size);
        expect(new Set(drawn.map((item) => item.outcomeId)).size).toBe(3);
      }),
    );
  });

  it('keeps each item as it was but for the order of its options', () => {
    fc.assert(
      fc.property(cases, (draw) => {
        for (const item of drawQuiz(draw)) {
          const original = draw.items.find(({ itemId }) => itemId === item.itemId);
          expect({ ...item, options: item.options.toSorted((a, b) => (a.optionId < b.optionId ? -1 : 1)) }).toEqual(
            original,
          );
        }
      }),
    );
  });

  it('repeats no item over consecutive tries before all of its outcome have been seen', () => {
    fc.assert(
      fc.property(cases, (draw) => {
        const seen = new Map<string, Set<string>>();
        for (let tryNumber = 1; tryNumber <= 12; tryNumber += 1) {
          for (const [outcomeId, ids] of drawnByOutcome({ ...draw, tryNumber })) {
            const ofOutcome = seen.get(outcomeId) ?? new Set();
            const pool = draw.items.filter((item) => item.outcomeId === outcomeId).length;
            expectUnseenFirst(ids, ofOutcome, pool);
            seen.set(outcomeId, ofOutcome);
          }
        }
      }),
    );
  });

  it('shows the whole pool in as few tries as an outcome needs', () => {
    const items = aPool([5, 5, 4]);
    const seen = new Set(
      [1, 2].flatMap((tryNumber) => idsOf(drawQuiz({ personId: 'p', versionId, tryNumber, items, size: 8 }))),
    );
    expect(seen.size).toBe(14);
  });

  it('needs no earlier try: a number ahead looks at no more than the first, and the last one there is drawn too', () => {
    const { pool, looks } = aWatchedPool([5, 5, 4]);
    const draw = { personId: 'p', versionId, items: pool, size: 8 };
    const looksFor = (tryNumber: number): number => {
      const before = looks();
      expect(drawQuiz({ ...draw, tryNumber })).toHaveLength(8);
      return looks() - before;
    };
    // Tries are compared that draw the same items, because only the options of those are looked at.
    const round = 5 * 4;
    expect(looksFor(1 + round * 50)).toBe(looksFor(1));
    expect(looksFor(Number.MAX_SAFE_INTEGER)).toBe(looksFor(Number.MAX_SAFE_INTEGER % round || round));
  });

  it('differs between people and between versions', () => {
    const draw = { versionId, tryNumber: 1, items: aPool([5, 5, 4]), size: 8 };
    const people = Array.from({ length: 100 }, (_, i) => `person-${i}`);
    const drawn = people.map((personId) => idsOf(drawQuiz({ ...draw, personId })).join());
    expect(new Set(drawn).size).toBeGreaterThan(95);
    expect(idsOf(drawQuiz({ ...draw, personId: 'p' }))).not.toEqual(
      idsOf(drawQuiz({ ...draw, personId: 'p', versionId: 'w' })),
    );
  });

  it.each([0, -1, 1.5, Number.NaN, 2 ** 53])('refuses the try number %p', (tryNumber) => {
    expect(() => drawQuiz({ personId: 'p', versionId, tryNumber, items: aPool([3, 3, 3]), size: 6 })).toThrow(
      RangeError,
    );
  });
});

describe('order of options', () => {
  const ordersOver = (options: string[], kind: LearnerItem['kind'] = 'single-best-answer') => {
    const item = anItem({ itemId: 'i', kind, options: options.map((html, i) => ({ optionId: `o${i}`, html })) });
    const tries = Array.from({ length: 30 }, (_, i) => i + 1);
    const shown = tries.flatMap((tryNumber) =>
      drawQuiz({ personId: 'p', versionId, tryNumber, items: [item], size: 1 }),
    );
    return new Set(shown.map(({ options: given }) => given.map(({ optionId }) => optionId).join()));
  };

  it('is shuffled afresh for each try', () => {
    expect(ordersOver(['Call', 'Wait', 'Ask']).size).toBe(6);
  });

  it.each([
    ['plain numbers', ['1 hour', '4 hours', '24 hours']],
    ['amounts and comparisons', ['<strong>£5</strong>', '&lt; 10', '−3']],
  ])('stays as written for %s', (_, options) => {
    expect(ordersOver(options)).toEqual(new Set(['o0,o1,o2']));
  });

  it('is shuffled where one option does not begin with a number, and for every ordering item', () => {
    expect(ordersOver(['1 hour', '4 hours', 'A day']).size).toBe(6);
    expect(ordersOver(['1 hour', '4 hours', '24 hours'], 'ordering').size).toBe(6);
  });
});

/** A pool that counts how often a property of one of its items is read. */
function aWatchedPool(counts: readonly number[]): { pool: LearnerItem[]; looks: () => number } {
  let looked = 0;
  const get = (item: LearnerItem, name: string | symbol): unknown => {
    looked += 1;
    return Reflect.get(item, name);
  };
  return { pool: aPool(counts).map((item) => new Proxy(item, { get })), looks: () => looked };
}

type Draw = Parameters<typeof drawQuiz<LearnerItem>>[0];

const drawnByOutcome = (draw: Draw) => {
  const byOutcome = Map.groupBy(drawQuiz(draw), (item) => item.outcomeId);
  return [...byOutcome].map(([outcomeId, items]) => [outcomeId, idsOf(items)] as const);
};

/** Adds `ids` to `seen`; a repeat is allowed only once nothing of the pool is unseen. */
function expectUnseenFirst(ids: readonly string[], seen: Set<string>, pool: number): void {
  const unseen = ids.filter((id) => !seen.has(id));
  expect(unseen).toHaveLength(Math.min(ids.length, pool - seen.size));
  const whole = seen.size + unseen.length === pool;
  const repeated = ids.filter((id) => seen.has(id));
  if (whole) seen.clear();
  for (const id of whole ? repeated : unseen) seen.add(id);
}
