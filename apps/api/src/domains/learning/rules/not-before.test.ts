import { expect, it } from '@jest/globals';
import { notBefore } from './not-before.ts';

const [JANUARY, MARCH, MAY] = [
  new Date('2026-01-01T09:00:00Z'),
  new Date('2026-03-01T09:00:00Z'),
  new Date('2026-05-01T09:00:00Z'),
];

it.each([
  ['a receipt', { givenAt: MAY, publishedAt: JANUARY, joinedAt: MARCH }, MAY],
  [
    'a receipt of somebody who came from elsewhere since',
    { givenAt: MARCH, publishedAt: JANUARY, joinedAt: MAY },
    MARCH,
  ],
  ['a receipt older than the publication', { givenAt: JANUARY, publishedAt: MARCH, joinedAt: null }, MARCH],
  ['no receipt, published last', { publishedAt: MAY, joinedAt: MARCH }, MAY],
  ['no receipt, joined last', { publishedAt: MARCH, joinedAt: MAY }, MAY],
  ['no receipt and no version', { joinedAt: MARCH }, MARCH],
  ['nothing known', { joinedAt: null }, new Date(0)],
])('notBefore: %s', (_, known, earliest) => {
  expect(notBefore(known)).toEqual(earliest);
});
