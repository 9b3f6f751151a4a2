import { describe, expect, test } from '@jest/globals';
import { makeRandom } from '@rounds/rules/make-random';
import { speechParts } from './speech-parts.ts';

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

describe('a text to be spoken', () => {
  test('is parted by its lines, without empty ones', () => {
    expect(speechParts('The alert\n\n  Silence is   not safety. \n')).toEqual(['The alert', 'Silence is not safety.']);
  });

  test('is parted by sentences where a line is long', () => {
    const sentence = `${'word '.repeat(29)}end.`;
    expect(speechParts(`${sentence} ${sentence}`)).toEqual([sentence, sentence]);
  });

  test('loses no word, whatever it is, and keeps their order', () => {
    const pieces = ['one', 'two,', 'three.', '4:', '\n', 'a'.repeat(70), 'b'.repeat(200)];
    const random = makeRandom([1, 2, 3, 4]);
    for (let round = 0; round < 200; round += 1) {
      const length = random() % 40;
      const text = Array.from({ length }, () => pieces[random() % pieces.length]).join(' ');
      expect(speechParts(text).flatMap(words)).toEqual(words(text));
    }
  });
});
