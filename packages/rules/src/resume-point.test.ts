import { expect, it } from '@jest/globals';
import { resumePoint } from './resume-point.ts';

it.each([
  ['nothing seen', [], { cardNumber: 1, quiz: false }],
  ['two seen', ['a', 'b'], { cardNumber: 3, quiz: false }],
  ['one passed over', ['a', 'c'], { cardNumber: 2, quiz: false }],
  ['all seen', ['c', 'b', 'a'], { cardNumber: 3, quiz: true }],
])('resumePoint: %s', (_, viewed, point) => {
  expect(resumePoint(viewed, ['a', 'b', 'c'])).toEqual(point);
});
