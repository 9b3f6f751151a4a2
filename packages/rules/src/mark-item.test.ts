import { describe, expect, it } from '@jest/globals';
import type { Key } from '@rounds/contracts/item';
import fc from 'fast-check';
import { markItem } from './mark-item.ts';

const best: Key = { kind: 'single-best-answer', optionId: 'b' };
const multiple: Key = { kind: 'multiple-response', optionIds: ['a', 'b'] };
const order: Key = { kind: 'ordering', optionIds: ['a', 'b', 'c', 'd'] };
const pair = (promptId: string, optionId: string) => ({ promptId, optionId });
const matching: Key = { kind: 'matching', pairs: [pair('p1', 'a'), pair('p2', 'b'), pair('p3', 'c')] };

const markOptions = (key: Key, optionIds: string[]) => markItem({ key }, { optionIds, pairs: [] });
const markPairs = (key: Key, pairs: { promptId: string; optionId: string }[]) =>
  markItem({ key }, { optionIds: [], pairs });

describe('markItem', () => {
  it.each([
    ['the key', ['b'], 1],
    ['another option', ['a'], 0],
    ['the key among others', ['b', 'a'], 0],
    ['an option the item does not have', ['z'], 0],
  ])('single best answer: %s', (_, chosen, fraction) => {
    expect(markOptions(best, chosen)).toBe(fraction);
  });

  it.each([
    ['all keys, nothing else', ['a', 'b'], 1],
    ['half of the keys', ['a'], 0.5],
    ['one right, one wrong', ['a', 'c'], 0],
    ['two right, one wrong', ['a', 'b', 'c'], 0.5],
    ['everything', ['a', 'b', 'c', 'd'], 0],
    ['only wrong ones, never below 0', ['c', 'd'], 0],
    ['a key named twice counts once', ['a', 'a'], 0.5],
  ])('multiple response: %s', (_, chosen, fraction) => {
    expect(markOptions(multiple, chosen)).toBe(fraction);
  });

  it.each([
    ['the right order', ['a', 'b', 'c', 'd'], 1],
    ['reversed', ['d', 'c', 'b', 'a'], 0],
    ['the last put first: two pairs of three', ['d', 'a', 'b', 'c'], 2 / 3],
    ['the first two exchanged: one pair of three', ['b', 'a', 'c', 'd'], 1 / 3],
    ['right way round but apart earns nothing', ['a', 'c', 'b', 'd'], 0],
    ['part of the order', ['a', 'b'], 1 / 3],
    ['a pair repeated counts once', ['a', 'b', 'a', 'b'], 1 / 3],
  ])('ordering: %s', (_, chosen, fraction) => {
    expect(markOptions(order, chosen)).toBe(fraction);
  });

  it.each([
    ['every pair', [pair('p1', 'a'), pair('p2', 'b'), pair('p3', 'c')], 1],
    ['two of three', [pair('p1', 'a'), pair('p2', 'b'), pair('p3', 'a')], 2 / 3],
    ['one prompt answered', [pair('p2', 'b')], 1 / 3],
    ['a prompt answered both ways is not right', [pair('p1', 'a'), pair('p1', 'b')], 0],
    ['the same pair twice counts once', [pair('p1', 'a'), pair('p1', 'a')], 1 / 3],
    ['a prompt the item does not have', [pair('p9', 'a')], 0],
  ])('matching: %s', (_, chosen, fraction) => {
    expect(markPairs(matching, chosen)).toBe(fraction);
  });

  it.each([best, multiple, order, matching])('unanswered is 0 ($kind)', (key) => {
    expect(markItem({ key }, undefined)).toBe(0);
    expect(markItem({ key }, { optionIds: [], pairs: [] })).toBe(0);
  });
});

describe('markItem, whatever is chosen', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const some = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2 });
  const anyKey: fc.Arbitrary<Key> = fc.oneof(
    fc.constantFrom(...ids).map((optionId): Key => ({ kind: 'single-best-answer', optionId })),
    some.map((optionIds): Key => ({ kind: 'multiple-response', optionIds })),
    some.map((optionIds): Key => ({ kind: 'ordering', optionIds })),
    some.map((chosen): Key => ({ kind: 'matching', pairs: chosen.map((id) => pair(`p-${id}`, id)) })),
  );
  const anyResponse = fc.record({
    optionIds: fc.array(fc.constantFrom(...ids), { maxLength: 12 }),
    pairs: fc.array(
      fc.record({ promptId: fc.constantFrom(...ids.map((id) => `p-${id}`)), optionId: fc.constantFrom(...ids) }),
    ),
  });

  it('is from 0 to 1', () => {
    fc.assert(
      fc.property(anyKey, anyResponse, (key, response) => {
        const fraction = markItem({ key }, response);
        expect(fraction).toBeGreaterThanOrEqual(0);
        expect(fraction).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is 1 for the key itself', () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        const optionIds = 'optionId' in key ? [key.optionId] : 'optionIds' in key ? key.optionIds : [];
        expect(markItem({ key }, { optionIds, pairs: 'pairs' in key ? key.pairs : [] })).toBe(1);
      }),
    );
  });
});
