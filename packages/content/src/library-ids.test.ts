import { describe, expect, it } from '@jest/globals';
import { itemIdOf, moduleIdOf, pathIdOf, uuidOf, versionIdOf } from './library-ids.ts';

describe('uuidOf', () => {
  it('agrees with the test vector of RFC 9562, appendix A.4', () => {
    expect(uuidOf('www.example.com', '6ba7b810-9dad-11d1-80b4-00c04fd430c8')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    );
  });
});

/** Records of every installation hold these: a change here would part them from the library. */
describe('ids of the library', () => {
  it.each([
    [pathIdOf('working-safely-with-ai'), '39628d19-ad50-559e-9248-3c7f5e674096'],
    [moduleIdOf('automation-bias'), '2f92cc5d-92aa-5793-9137-2d014b1dc9bf'],
    [versionIdOf('automation-bias', '1.0'), 'e177fdbf-9767-52c5-9018-30655497e6e4'],
    [itemIdOf('automation-bias', 'ab-01'), 'f560af43-11e0-599e-bb02-a1cd5b878f1b'],
  ])('stay what they are: %s', (id, expected) => {
    expect(id).toBe(expected);
  });
});
