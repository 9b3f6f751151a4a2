import { beforeAll, describe, expect, it } from '@jest/globals';
import { HandInContent, HandInFile } from '@rounds/contracts/hand-in';
import { fromBase64url, toBase64url } from './base64url.ts';
import { P256 } from './hand-in-secret.ts';
import { openHandIn } from './open-hand-in.ts';
import { sealHandIn } from './seal-hand-in.ts';

const content: HandInContent = {
  owner: '0198f2a0-0000-7000-8000-000000000001/0198f2a0-0000-7000-8000-000000000002',
  madeAt: '2026-11-22T17:30:00+00:00',
  events: [{ kind: 'note-saved', text: 'Ŵyth 👩🏽‍⚕️' }],
  attempts: [],
  receipts: ['r1.abc'],
};

let pair: CryptoKeyPair;
let publicKey: string;

beforeAll(async () => {
  pair = await crypto.subtle.generateKey(P256, true, ['deriveBits']);
  publicKey = toBase64url(new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)));
});

const seal = (sealed = content): Promise<HandInFile> => sealHandIn({ keyId: 'k1', publicKey }, sealed);
const open = async (file: HandInFile, key = pair.privateKey): Promise<unknown> => {
  const bytes = await openHandIn(key, file);
  return bytes === null ? null : JSON.parse(new TextDecoder().decode(bytes));
};

describe('a hand-in file', () => {
  it('opens with the server’s key, to what was sealed', async () => {
    const file = await seal();
    expect(HandInFile.parse(JSON.parse(JSON.stringify(file)))).toEqual(file);
    expect(HandInContent.parse(await open(file))).toEqual(content);
  });

  it('shows nothing of its content, and is another each time', async () => {
    const [one, two] = [await seal(), await seal()];
    expect(JSON.stringify(one)).not.toContain('note-saved');
    expect(new Set([one.ephemeralKey, two.ephemeralKey, one.sealed, two.sealed]).size).toBe(4);
  });

  it('opens with no other key', async () => {
    const other = await crypto.subtle.generateKey(P256, false, ['deriveBits']);
    expect(await open(await seal(), other.privateKey)).toBeNull();
  });

  const flipped = (text: string): string => `${text.slice(0, 40)}${text[40] === 'A' ? 'B' : 'A'}${text.slice(41)}`;

  it.each<[string, (file: HandInFile, other: HandInFile) => Partial<HandInFile>]>([
    ['another key named', () => ({ keyId: 'k2' })],
    ['the content changed', ({ sealed }) => ({ sealed: flipped(sealed) })],
    ['the content cut short', ({ sealed }) => ({ sealed: sealed.slice(0, -4) })],
    ['no content', () => ({ sealed: '' })],
    ['another iv', () => ({ iv: 'AAAAAAAAAAAAAAAA' })],
    ['no iv', () => ({ iv: '' })],
    ['the key of another file', (_, { ephemeralKey }) => ({ ephemeralKey })],
    ['a key that is none', ({ ephemeralKey }) => ({ ephemeralKey: flipped(ephemeralKey) })],
    ['no base64url', () => ({ sealed: '§$%' })],
  ])('with %s opens no more', async (_, change) => {
    const file = await seal();
    expect(await open({ ...file, ...change(file, await seal()) })).toBeNull();
  });

  it('may be large', async () => {
    const large = { ...content, events: Array.from({ length: 2000 }, () => ({ text: 'x'.repeat(1000) })) };
    expect(await open(await seal(large))).toEqual(large);
  });
});

describe('base64url', () => {
  it.each([[], [0], [255, 254], [251, 255, 191], Array.from({ length: 256 }, (_, i) => i)])(
    'brings bytes there and back (%#)',
    (...bytes) => {
      const text = toBase64url(Uint8Array.from(bytes));
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect([...fromBase64url(text)]).toEqual(bytes);
    },
  );
});
