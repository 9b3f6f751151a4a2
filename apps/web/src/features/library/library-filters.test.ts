import { expect, test } from '@jest/globals';
import { filtersIn, isFiltered } from './library-filters.ts';

test.each([
  ['', {}],
  ['minutes=5&level=foundation', { minutes: 5, level: 'foundation' }],
  ['minutes=soon&level=expert&audience=everyone', {}],
  ['q=%20bias%20', { q: 'bias' }],
  [`q=${'x'.repeat(201)}`, {}],
  ['unknown=1', {}],
])('the address "%s" asks for %o', (search, filters) =>
  expect(filtersIn(new URLSearchParams(search))).toEqual(filters),
);

test('a later page is not a filter', () => {
  expect(isFiltered({ cursor: 'x' })).toBe(false);
  expect(isFiltered({ minutes: 5 })).toBe(true);
});
