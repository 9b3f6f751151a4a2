import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localPath } from './local-path.ts';

describe('localPath', () => {
  it.each(['/', '/today', '/read/8a2f/3', '/completions?unit=a&from=2026-01-01', '/modules/a#sources'])(
    'keeps %s',
    (path) => {
      expect(localPath(path)).toBe(path);
    },
  );

  it.each([
    undefined,
    '',
    'today',
    'https://other.test/',
    '//other.test',
    '/\\other.test',
    '/\t/other.test',
    '/\n/other.test',
    '/a/..//other.test',
    'javascript:alert(1)',
    '\\\\other.test',
    `/${'a'.repeat(2000)}`,
  ])('refuses %j', (path) => {
    expect(localPath(path)).toBeNull();
  });

  it('never leaves the site, whatever is asked for', () => {
    const odd = fc.array(
      fc.constantFrom('/', '\\', '.', '..', '@', ':', '\t', '\n', '%2f', '%5c', 'other.test', 'http:', '?', '#', ' '),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          odd.map((parts) => `/${parts.join('')}`),
        ),
        (path) => {
          const kept = localPath(path);
          if (kept !== null) expect(new URL(kept, 'https://rounds.test/sign-in').origin).toBe('https://rounds.test');
        },
      ),
      { numRuns: 2000 },
    );
  });
});
