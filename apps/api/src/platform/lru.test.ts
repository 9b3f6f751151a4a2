import { describe, expect, it } from '@jest/globals';
import { Lru } from './lru.ts';

const lettersUpTo = (capacity: number) => new Lru<string>(capacity, (text) => text.length);

describe('Lru', () => {
  it('forgets what was unused longest when the weight is reached', () => {
    const cache = lettersUpTo(4);
    cache.set('a', 'aa');
    cache.set('b', 'bb');
    cache.get('a');
    cache.set('c', 'cc');
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual(['aa', undefined, 'cc']);
  });

  it('does not keep what is heavier than all of it', () => {
    const cache = lettersUpTo(3);
    cache.set('a', 'aaaa');
    expect(cache.get('a')).toBeUndefined();
    cache.set('b', 'bbb');
    expect(cache.get('b')).toBe('bbb');
  });

  it('puts a new value in place of the old one and its weight', () => {
    const cache = lettersUpTo(4);
    cache.set('a', 'aaa');
    cache.set('a', 'AA');
    cache.set('b', 'bb');
    expect([cache.get('a'), cache.get('b')]).toEqual(['AA', 'bb']);
  });
});
