import { expect, it } from '@jest/globals';
import { minutesLeft } from './minutes-left.ts';

it.each([
  ['all cards', 7, 8],
  ['some cards', 4, 6],
  ['the quiz alone', 0, 4],
])('minutesLeft: %s', (_, cardsLeft, minutes) => {
  expect(minutesLeft({ minutes: 8, cardCount: 7, quizSize: 8, cardsLeft })).toBe(minutes);
});

it('is never less than 1', () => {
  expect(minutesLeft({ minutes: 1, cardCount: 1, quizSize: 0, cardsLeft: 0 })).toBe(1);
});
