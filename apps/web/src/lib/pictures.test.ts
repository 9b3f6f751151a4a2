import { describe, expect, test } from '@jest/globals';
import { howPicturesCome, keepPicturesWish, picturesWish } from './pictures.ts';

const FAST = { saveData: false, effectiveType: '4g' };

describe('how pictures come', () => {
  test.each([
    ['a fast connection', FAST, null, 'show'],
    ['a fast connection and a wish to tap', FAST, 'tap', 'wait'],
    ['Save-Data', { ...FAST, saveData: true }, null, 'wait'],
    ['Save-Data, whatever was wished on another connection', { ...FAST, saveData: true }, 'themselves', 'wait'],
    ['2g', { effectiveType: '2g' }, null, 'wait'],
    ['slow 2g', { effectiveType: 'slow-2g' }, 'themselves', 'wait'],
    ['3g', { effectiveType: '3g' }, null, 'show'],
    ['an unknown connection', null, null, 'ask'],
    ['an unknown connection, once asked', null, 'themselves', 'show'],
    ['an unknown connection, and a wish to tap', null, 'tap', 'wait'],
  ] as const)('on %s', (_, known, wish, how) => expect(howPicturesCome(known, wish)).toBe(how));

  test('the wish is kept on the device', () => {
    expect(picturesWish()).toBeNull();
    keepPicturesWish('tap');
    expect(picturesWish()).toBe('tap');
    localStorage.clear();
  });
});
