import { describe, expect, it } from '@jest/globals';
import { countTries } from './count-tries.ts';

const at = (source: string, device: string | null = null, account = 'rowan') => countTries({ account, source, device });
const all = ({ own, shared }: ReturnType<typeof countTries>) => [own, ...shared].map(({ pace, of }) => `${pace}:${of}`);
const common = (one: ReturnType<typeof countTries>, other: ReturnType<typeof countTries>) =>
  all(one).filter((key) => all(other).includes(key));

describe('two tries are counted together', () => {
  it('from one network, in every way', () => {
    expect(common(at('a'), at('a'))).toHaveLength(3);
  });

  it('from two networks, only for the account everywhere', () => {
    expect(common(at('a'), at('b'))).toEqual(['everywhere:rowan']);
  });

  it('of two accounts, only for the network', () => {
    expect(common(at('a'), at('a', null, 'ash'))).toEqual(['address:a']);
  });

  it('on a known device and another, only for the network they share', () => {
    expect(common(at('a', 'mark'), at('a'))).toEqual(['address:a']);
    expect(common(at('a', 'mark'), at('b'))).toEqual([]);
    expect(common(at('a', 'mark'), at('a', 'other mark'))).toEqual(['address:a']);
  });

  it('on one known device, wherever it is carried', () => {
    expect(common(at('a', 'mark'), at('b', 'mark'))).toEqual(['account:rowan on mark']);
  });
});
