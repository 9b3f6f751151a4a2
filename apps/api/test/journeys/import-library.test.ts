import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LIBRARY_FOLDER } from '@rounds/content/library-folder';
import { moduleIdOf, versionIdOf } from '@rounds/content/library-ids';
import { ImportLibrary } from '../../src/journeys/system/import-library.ts';
import { aMember, anOrganisation } from '../factories/identity.ts';
import { TestApp } from '../kit/test-app.ts';

const MODULE = 'automation-bias';
const TABLES = [
  'learning_path',
  'learning_module',
  'module_version',
  'version_media',
  'item',
  'item_version',
  'module_version_item',
  'library_import',
];

let app: TestApp;
let folder: string;

beforeEach(async () => {
  app = await TestApp.start();
  folder = join(await mkdtemp(join(tmpdir(), 'rounds-library-')), 'library');
  await cp(LIBRARY_FOLDER, folder, { recursive: true });
});
afterEach(async () => {
  await app.stop();
  await rm(join(folder, '..'), { recursive: true });
});

const run = () => app.nest.get(ImportLibrary).run(folder);
const inModule = (file: string) => join(folder, 'modules', MODULE, file);

async function edit(file: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const edited = text.replace(from, to);
  expect(edited).not.toBe(text);
  await writeFile(file, edited);
}

async function count(): Promise<Record<string, number>> {
  const rows = await app.system((tx) =>
    tx.composed<{ name: string; rows: number }>(
      TABLES.map((name) => `SELECT '${name}' AS name, count(*)::int AS rows FROM ${name}`).join(' UNION ALL '),
      [],
    ),
  );
  return Object.fromEntries(rows.map(({ name, rows: number }) => [name, number]));
}

const versions = () =>
  app.system((tx) =>
    tx.rows<{ version: string; hash: string }>(
      `SELECT major || '.' || minor AS version, content_hash AS hash FROM module_version WHERE module_id = $1 ORDER BY major, minor`,
      [moduleIdOf(MODULE)],
    ),
  );

describe('importing the library', () => {
  it('publishes every module of the product with its items and pictures', async () => {
    const report = await run();
    expect(report).toMatchObject({ unchanged: 0, faults: [] });
    expect(report?.published).toContain(`${MODULE} 1.0`);
    const rows = await count();
    expect(rows['module_version']).toBe(report?.published.length);
    expect(rows['item']).toBeGreaterThanOrEqual(12 * (report?.published.length ?? 0));
    expect(rows['item_version']).toBe(rows['item']);
    expect(rows['module_version_item']).toBe(rows['item']);
  });

  it('stores the learner document twice, and no quiz key in it', async () => {
    await run();
    const stored = await app.system((tx) =>
      tx.rows<{
        plain: Buffer;
        brotli: Buffer;
        marking: { items: { itemId: string; rationales: { html: string }[] }[] };
      }>(
        'SELECT learner_document AS plain, learner_document_br AS brotli, marking_document AS marking FROM module_version',
      ),
    );
    for (const { plain, brotli, marking } of stored) {
      expect(brotliDecompressSync(brotli).equals(plain)).toBe(true);
      const text = plain.toString();
      const { quiz } = JSON.parse(text);
      expect(quiz.items.map((item: { itemId: string }) => item.itemId)).toEqual(
        marking.items.map((item) => item.itemId),
      );
      for (const shown of quiz.items) {
        expect(Object.keys(shown).toSorted()).toEqual([
          'itemId',
          'kind',
          'options',
          'outcomeId',
          'prompts',
          'safetyCritical',
          'stemHtml',
        ]);
      }
      for (const { html } of marking.items.flatMap((item) => item.rationales))
        expect(text).not.toContain(JSON.stringify(html).slice(1, -1));
    }
  });

  it('does nothing for files it knows', async () => {
    await run();
    const before = await count();
    expect(await run()).toBeNull();
    await edit(join(folder, 'paths.yaml'), /$/, '\n# A note to authors.\n');
    expect(await run()).toMatchObject({ published: [], faults: [] });
    expect(await count()).toEqual({ ...before, library_import: (before['library_import'] ?? 0) + 1 });
  });

  it('takes up a new title of a path', async () => {
    await run();
    await edit(join(folder, 'paths.yaml'), /title: .*/, 'title: Working safely beside AI');
    await run();
    const [path] = await app.system((tx) => tx.rows<{ title: string }>('SELECT title FROM learning_path'));
    expect(path?.title).toBe('Working safely beside AI');
  });

  it('moves a module within its path without a new version', async () => {
    await run();
    await edit(inModule('module.yaml'), /^position: .*$/m, 'position: 77');
    expect(await run()).toMatchObject({ published: [], faults: [] });
    const [row] = await app.system((tx) =>
      tx.rows<{ position: number }>('SELECT position FROM learning_module WHERE id = $1', [moduleIdOf(MODULE)]),
    );
    expect(row?.position).toBe(77);
  });

  it('makes one of everything when two starts import at once', async () => {
    const reports = await Promise.all([run(), run(), run()]);
    const published = reports.flatMap((report) => report?.published ?? []);
    expect(published.length).toBe(new Set(published).size);
    expect((await count())['module_version']).toBe(published.length);
  });
});

describe('a changed file', () => {
  const raise = async (version: string, change: 'major' | 'minor') => {
    await edit(inModule('module.yaml'), /^version: .*$/m, `version: '${version}'`);
    if (change === 'minor') await edit(inModule('module.yaml'), /^change: major$/m, 'change: minor');
  };

  it('under its old number is refused, and says what to do', async () => {
    await run();
    const before = await count();
    await edit(inModule('module.yaml'), /^title: .*$/m, 'title: Another title');
    const report = await run();
    expect(report?.published).toEqual([]);
    expect(report?.faults).toEqual([
      expect.stringMatching(/automation-bias\/module\.yaml: version 1\.0 is published.*Set version to 1\.1/),
    ]);
    expect(report?.refused).toBe(1);
    expect(await count()).toEqual(before);
    expect((await run())?.faults).toHaveLength(1);
  });

  it('makes a new version, keeps the old one as it was, and its items where they did not change', async () => {
    await run();
    const items = () =>
      app.system((tx) =>
        tx.rows<{ version_id: string; code: string; number: number; id: string }>(
          `SELECT vi.version_id, i.code, e.number, e.id FROM module_version_item vi JOIN item_version e ON e.id = vi.item_version_id
           JOIN item i ON i.id = e.item_id WHERE i.module_id = $1 ORDER BY i.code`,
          [moduleIdOf(MODULE)],
        ),
      );
    const old = await items();
    const stored = () =>
      app.system((tx) =>
        tx.row<{ document: Buffer }>('SELECT learner_document AS document FROM module_version WHERE id = $1', [
          versionIdOf(MODULE, '1.0'),
        ]),
      );
    const before = await stored();
    await raise('1.1', 'minor');
    const code = old[0]?.code ?? '';
    await edit(inModule('items.yaml'), new RegExp(`(- id: ${code}[\\s\\S]*?rationale: )`), '$1Said otherwise now. ');
    expect(await run()).toMatchObject({ published: [`${MODULE} 1.1`], faults: [] });
    expect((await versions()).map(({ version }) => version)).toEqual(['1.0', '1.1']);
    expect((await stored())?.document.equals(before?.document ?? Buffer.of())).toBe(true);
    const now = (await items()).filter(({ version_id }) => version_id === versionIdOf(MODULE, '1.1'));
    expect(now.find((item) => item.code === code)?.number).toBe(2);
    const unchanged = (list: { code: string; id: string }[]) =>
      list.filter((item) => item.code !== code).map(({ id }) => id);
    expect(unchanged(now)).toEqual(unchanged(old));
  });

  it('leaves the old version readable beside the new one, which the library shows', async () => {
    await run();
    const learner = await aMember(app, await app.system((tx) => anOrganisation(tx)));
    const get = (address: string) => app.as(learner.token).get(`/api/v1/learner/${address}`).expect(200);
    const document = (version: string) => get(`versions/${versionIdOf(MODULE, version)}/document`);
    const before = await document('1.0');
    await raise('2.0', 'major');
    await edit(inModule('module.yaml'), /^title: .*$/m, 'title: Automation bias, again');
    expect(await run()).toMatchObject({ published: [`${MODULE} 2.0`] });
    expect((await document('1.0')).body).toEqual(before.body);
    expect((await document('2.0')).body).toMatchObject({ version: '2.0', title: 'Automation bias, again' });
    const page = await get(`modules/${moduleIdOf(MODULE)}`);
    expect(page.body).toMatchObject({ version: '2.0', versionId: versionIdOf(MODULE, '2.0') });
  });

  it('leaves nothing of a module whose import breaks off, and imports the others', async () => {
    await run();
    const before = await count();
    await raise('2.0', 'major');
    const taken = versionIdOf(MODULE, '2.0');
    // The new version's id is taken by a version of something else, so its insert fails after the module's row was touched.
    await app.system((tx) =>
      tx.composed(
        `INSERT INTO module_version SELECT (jsonb_populate_record(v, jsonb_build_object('id', '${taken}', 'major', 9))).* FROM module_version v WHERE v.module_id <> $1 LIMIT 1`,
        [moduleIdOf(MODULE)],
      ),
    );
    await edit(inModule('module.yaml'), /^position: .*$/m, 'position: 55');
    await expect(run()).rejects.toThrow();
    const after = await count();
    expect(after).toEqual({ ...before, module_version: (before['module_version'] ?? 0) + 1 });
    const [row] = await app.system((tx) =>
      tx.rows<{ position: number }>('SELECT position FROM learning_module WHERE id = $1', [moduleIdOf(MODULE)]),
    );
    expect(row?.position).not.toBe(55);
  });

  it('with a fault is left out, named by file and line', async () => {
    await edit(inModule('module.yaml'), /^level: .*$/m, 'level: wizard');
    const report = await run();
    expect(report?.faults.join()).toMatch(/modules\/automation-bias\/module\.yaml:\d+ /);
    expect(report?.refused).toBe(0);
    expect(await versions()).toEqual([]);
    expect(report?.published.length).toBeGreaterThan(0);
  });
});
