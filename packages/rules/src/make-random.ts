import { hashText } from './hash-text.ts';

/** Four unsigned 32-bit words, not all 0. */
export type Seed = readonly [number, number, number, number];
/** The next unsigned 32-bit integer. */
export type Random = () => number;

const rotateLeft = (x: number, bits: number): number => (x << bits) | (x >>> (32 - bits));

/** xoshiro128** 1.1 by David Blackman and Sebastiano Vigna (public domain, prng.di.unimi.it). Not for secrets. */
export function makeRandom(seed: Seed): Random {
  let [a, b, c, d] = seed;
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotateLeft(d, 11);
    return result;
  };
}

/** The same parts give the same sequence, on every device and on the server. */
export function makeRandomFor(...parts: readonly string[]): Random {
  const text = parts.join('\n');
  const [a, b, c, d] = [hashText(text, 0), hashText(text, 1), hashText(text, 2), hashText(text, 3)];
  return makeRandom([a, b, c, (a | b | c | d) === 0 ? 1 : d]);
}
