import { describe, expect, test } from '@jest/globals';
import { localInstant } from './device-time.ts';
import { plainText, splitStem } from './plain-text.ts';
import { uuidV7 } from './uuid-v7.ts';

describe('ids made on the device', () => {
  test('are version 7, in lower case, and carry their milliseconds (RFC 9562)', () => {
    const id = uuidV7(0x017f22e279b0);
    expect(id).toMatch(/^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
  test('sort by the time they were made, and never repeat', () => {
    const ids = Array.from({ length: 200 }, (_, index) => uuidV7(1_800_000_000_000 + index));
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(Array.from({ length: 200 }, () => uuidV7(1))).size).toBe(200);
  });
});

test.each([
  [0, '2027-03-11T13:52:04.120+00:00'],
  [-330, '2027-03-11T19:22:04.120+05:30'],
  [210, '2027-03-11T10:22:04.120-03:30'],
])('with an offset of %i minutes the device says %s', (offset, said) => {
  const now = new Date('2027-03-11T13:52:04.120Z');
  now.getTimezoneOffset = () => offset;
  expect(localInstant(now)).toBe(said);
  expect(new Date(said).getTime()).toBe(now.getTime());
});

test('the last paragraph of a stem is the question', () => {
  expect(splitStem('<p>A scene.</p><p>Who <strong>answers</strong>?</p>')).toEqual({
    scene: '<p>A scene.</p>',
    question: 'Who <strong>answers</strong>?',
  });
  expect(splitStem('<p>Who answers?</p>')).toEqual({ scene: '', question: 'Who answers?' });
  expect(splitStem('<ul><li>a</li></ul>')).toEqual({ scene: '', question: '<ul><li>a</li></ul>' });
});

test('words without their HTML', () => {
  expect(plainText('<p>5 &lt; 6,\n <em>yes</em></p>')).toBe('5 < 6, yes');
});
