import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CursorSeal } from '../../src/platform/http/cursor-seal.ts';
import { type AMember, type AnOrganisation, aMember, anOrganisation } from '../factories/identity.ts';
import { TestApp } from '../kit/test-app.ts';

const PEOPLE = '/api/v1/admin/people';
const [LIST, OTHER] = [{ path: '/one/list' }, { path: '/another/list' }];

let app: TestApp;
let seal: CursorSeal;
let trust: AnOrganisation;
let admin: AMember;

beforeAll(async () => {
  app = await TestApp.start();
  seal = app.nest.get(CursorSeal);
  trust = await app.system((tx) => anOrganisation(tx));
  admin = await aMember(app, trust, { familyName: 'Aaron', roles: [{ role: 'administrator' }] });
  for (let n = 0; n < 60; n += 1) await aMember(app, trust, { familyName: `Teasel${String(n).padStart(2, '0')}` });
});
afterAll(() => app.stop());

type Page = { people: { personId: string; familyName: string }[]; nextCursor: string | null };
const page = async (query: object): Promise<Page> =>
  (await app.as(admin.token).get(PEOPLE).query(query).expect(200)).body;

describe('a sealed cursor', () => {
  it('opens as it was, for its own list alone, and looks the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (cursor) => {
        const sealed = seal.seal(LIST, cursor);
        expect(sealed).toMatch(/^[\w-]+$/);
        expect(seal.open(LIST, sealed)).toBe(cursor);
        expect(seal.open(OTHER, sealed)).toBeUndefined();
        expect(seal.seal(LIST, cursor)).toBe(sealed);
        expect(seal.seal(OTHER, cursor)).not.toBe(sealed);
      }),
    );
  });

  it('does not open when anything of it was changed', () => {
    const bytes = Buffer.from(seal.seal(LIST, '["Teasel"]'), 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(seal.open(LIST, changed.toString('base64url'))).toBeUndefined();
    }
    for (const text of ['', 'x', '["Teasel"]', bytes.subarray(0, 28).toString('base64url')])
      expect(seal.open(LIST, text)).toBeUndefined();
  });

  it('of a list says nothing of the people in it', async () => {
    const { people, nextCursor } = await page({});
    const last = people.at(-1);
    expect(people).toHaveLength(50);
    for (const text of [String(nextCursor), Buffer.from(String(nextCursor), 'base64url').toString('latin1')]) {
      expect(text).not.toContain('Teasel');
      expect(text).not.toContain(last?.personId);
    }
  });

  it('stays good when its row has changed or gone', async () => {
    const { people, nextCursor } = await page({});
    const rest = (await page({ cursor: nextCursor })).people;
    expect(rest.map(({ familyName }) => familyName)).toEqual(Array.from({ length: 11 }, (_, n) => `Teasel${n + 49}`));
    const last = people.at(-1)?.personId ?? '';
    await app.system((tx) => tx.rows(`UPDATE person SET family_name = 'Zinnia' WHERE id = $1`, [last]));
    expect((await page({ cursor: nextCursor })).people.map(({ familyName }) => familyName)).toEqual([
      ...rest.map(({ familyName }) => familyName),
      'Zinnia',
    ]);
    await app.system((tx) => tx.rows('UPDATE person SET erased_at = now() WHERE id = $1', [last]));
    expect((await page({ cursor: nextCursor })).people).toEqual(rest);
  });
});
