import { describe, expect, it } from '@jest/globals';
import { decideImport, type KnownVersion, type OfferedVersion } from './decide-import.ts';

const of = (version: string, contentHash = version): KnownVersion => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return { major, minor, contentHash };
};
const offer = (version: string, change: OfferedVersion['change'], contentHash = version): OfferedVersion => ({
  ...of(version, contentHash),
  change,
});

describe('decideImport', () => {
  it.each([
    ['the first version', offer('1.0', 'major'), [], 'publish'],
    ['a file that is known', offer('1.0', 'major'), [of('1.0')], 'nothing'],
    ['an older file that is known', offer('1.0', 'major'), [of('1.0'), of('1.1')], 'nothing'],
    ['a minor change', offer('1.1', 'minor'), [of('1.0')], 'publish'],
    ['a minor change that skips numbers', offer('1.12', 'minor'), [of('1.2'), of('1.10')], 'publish'],
    ['a major change', offer('2.0', 'major'), [of('1.0'), of('1.9')], 'publish'],
    ['the same number with other content', offer('1.0', 'major', 'other'), [of('1.0')], 'refuse'],
    ['a number below the latest', offer('1.9', 'minor'), [of('1.0'), of('1.10')], 'refuse'],
    ['a major step called minor', offer('2.0', 'minor'), [of('1.0')], 'refuse'],
    ['a minor step called major', offer('1.1', 'major'), [of('1.0')], 'refuse'],
  ])('%s', (_, offered, known, expected) => {
    expect(decideImport(offered, known).do).toBe(expected);
  });

  it('says which numbers would do', () => {
    expect(decideImport(offer('1.2', 'minor', 'other'), [of('1.2'), of('1.1')])).toMatchObject({
      reason: expect.stringContaining('Set version to 1.3 for a minor change or 2.0 for a major one'),
    });
  });
});
