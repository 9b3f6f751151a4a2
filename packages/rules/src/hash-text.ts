const C1 = 0xcc9e2d51;
const C2 = 0x1b873593;

const rotateLeft = (x: number, bits: number): number => (x << bits) | (x >>> (32 - bits));
const scramble = (k: number): number => Math.imul(rotateLeft(Math.imul(k, C1), 15), C2);

/**
 * MurmurHash3 x86_32 (Austin Appleby, public domain), as an unsigned 32-bit integer.
 * For ASCII text, such as ids: a character above 255 loses its high bits. Not for secrets.
 */
export function hashText(text: string, seed: number): number {
  const byte = (at: number): number => text.charCodeAt(at) & 0xff;
  const tail = text.length & ~3;
  let h = seed | 0;
  for (let i = 0; i < tail; i += 4) {
    h ^= scramble(byte(i) | (byte(i + 1) << 8) | (byte(i + 2) << 16) | (byte(i + 3) << 24));
    h = (Math.imul(rotateLeft(h, 13), 5) + 0xe6546b64) | 0;
  }
  let rest = 0;
  for (let i = text.length - 1; i >= tail; i -= 1) rest = (rest << 8) | byte(i);
  h ^= scramble(rest) ^ text.length;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
