import { describe, expect, it } from '@jest/globals';
import { parseOptions } from '@node-rs/argon2';
import { hashPassword, isPassword, NOBODYS_HASH } from './password-hash.ts';

describe('passwords', () => {
  it('are kept as argon2id by the parameters of OWASP, each with its own salt', async () => {
    const [one, other] = await Promise.all([hashPassword('gorse and heather'), hashPassword('gorse and heather')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
  });

  it('match themselves and nothing else', async () => {
    const kept = await hashPassword('gorse and heather');
    expect(await isPassword(kept, 'gorse and heather')).toBe(true);
    expect(await isPassword(kept, 'gorse and Heather')).toBe(false);
    expect(await isPassword(kept, '')).toBe(false);
  });

  it('match however the accent was typed', async () => {
    expect(await isPassword(await hashPassword('caf\u00e9 am Marktplatz'), 'cafe\u0301 am Marktplatz')).toBe(true);
  });

  it.each(['', 'gorse and heather', '\0', '\u{1f512}\ud800', 'x'.repeat(200)])(
    'never match nobody: %j',
    async (password) => {
      expect(await isPassword(null, password)).toBe(false);
    },
  );

  it('cost as much for nobody as for somebody', async () => {
    expect(parseOptions(NOBODYS_HASH)).toEqual(parseOptions(await hashPassword('gorse and heather')));
  });
});
