import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fitToKeep } from './fit-to-keep.ts';

it.each([
  ['text that can be kept', { a: ['Ω', 7, null, true] }, { a: ['Ω', 7, null, true] }],
  ['a NUL', 'a\0b', 'a\uFFFDb'],
  ['half a character', ['\ud800x'], ['\uFFFDx']],
  ['a whole character of two halves', '👩🏽', '👩🏽'],
  ['keys', { 'a\0': 1 }, { 'a\uFFFD': 1 }],
])('fitToKeep: %s', (_, value, kept) => {
  expect(fitToKeep(value)).toEqual(kept);
});

it('goes no deeper than is useful', () => {
  const deep = Array.from({ length: 50 }).reduce<unknown>((inner) => [inner], 'bottom');
  expect(JSON.stringify(fitToKeep(deep))).toBe(`${'['.repeat(20)}null${']'.repeat(20)}`);
});

it('leaves nothing the database refuses, whatever is sent', () => {
  const anyText = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), anyText, (value, text) => {
      const kept = JSON.stringify(fitToKeep([value, text]));
      expect(kept).not.toMatch(/\\u0000|\\ud[89a-f]/);
    }),
  );
});
