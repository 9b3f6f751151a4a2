import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { aPublishedVersion, retire } from '../factories/content.ts';
import { aMember, type AMember, anOrganisation } from '../factories/identity.ts';
import { TestApp } from '../kit/test-app.ts';

/** Tables whose rows are never changed, each with a column to try it on. */
const KEPT: [string, string][] = [
  ['module_version', 'title'],
  ['version_retirement', 'reason'],
  ['version_media', 'media_type'],
  ['item', 'code'],
  ['item_version', 'kind'],
  ['module_version_item', 'position'],
  ['library_import', 'fingerprint'],
  ['sign_off', 'comment'],
  ['problem_report', 'text'],
  ['problem_answer', 'text'],
  ['key_correction', 'reason'],
];

let app: TestApp;
let mine: AMember;
let other: AMember;
let ownVersionId: string;

beforeAll(async () => {
  app = await TestApp.start();
  const [ours, theirs] = await app.system(async (tx) => [await anOrganisation(tx), await anOrganisation(tx)] as const);
  mine = await aMember(app, ours);
  other = await aMember(app, theirs);
  const media = [{ file: 'a.svg', mediaType: 'image/svg+xml', bytes: Buffer.from('<svg/>') }];
  const version = await aPublishedVersion(app, {
    organisationId: ours.organisationId,
    media,
    document: { title: 'Kittiwakes' },
  });
  ownVersionId = version.versionId;
  await aPublishedVersion(app, { organisationId: ours.organisationId });
  const ids = [randomUUID(), mine.organisationId, mine.personId, ownVersionId, app.clock.now()];
  await app.system(async (tx) => {
    await retire(tx, ownVersionId, app.clock.now());
    await tx.rows(`INSERT INTO sign_off VALUES ($1, $4, $2, $3, 'A', 'B', 'C', $5)`, ids);
    await tx.rows(`INSERT INTO problem_report VALUES ($1, $3, $2, $6, $4, '{}', 'Odd.', $5)`, [...ids, mine.unitId]);
    await tx.rows(`INSERT INTO problem_answer VALUES ($1, $1, $2, $3, 'Mended.', $4)`, [
      ids[0]!,
      ids[1]!,
      ids[2]!,
      ids[4]!,
    ]);
    await tx.rows(
      `INSERT INTO key_correction SELECT $1, e.item_version_id, $2, $3, '{}', 'Wrong.', $5 FROM module_version_item e WHERE e.version_id = $4 LIMIT 1`,
      ids,
    );
    await tx.rows(`INSERT INTO library_import (fingerprint, imported_at) VALUES ('f', $1)`, [app.clock.now()]);
  });
});
afterAll(() => app.stop());

describe.each(KEPT)('a row of %s', (table, column) => {
  const change = `UPDATE ${table} SET ${column} = ${column}`;
  const remove = `DELETE FROM ${table}`;

  it('is there', async () => {
    const rows = await app.system((tx) => tx.composed(`SELECT 1 FROM ${table}`, []));
    expect(rows.length).toBeGreaterThan(0);
  });

  it.each([change, remove, `TRUNCATE ${table} CASCADE`])(
    'stays as it is for the application: %s',
    async (statement) => {
      await expect(app.system((tx) => tx.composed(statement, []))).rejects.toThrow(/permission denied|is refused/);
    },
  );

  it.each([change, remove])("stays as it is for the schema's owner: %s", async (statement) => {
    const owner = new pg.Client(app.url);
    await owner.connect();
    await expect(owner.query(statement)).rejects.toThrow(/rows of \w+ are kept/);
    await owner.end();
  });
});

describe("another organisation's content", () => {
  it.each(['learning_path', 'learning_module', ...KEPT.map(([table]) => table), 'current_version'])(
    'is hidden in %s from SQL that forgets to ask',
    async (table) => {
      expect(await app.db.read(other, (tx) => tx.composed(`SELECT 1 FROM ${table}`, []))).toEqual([]);
    },
  );

  it('gives a search no more than an id that leads nowhere', async () => {
    const search = (who: AMember) =>
      app.db.read(who, (tx) =>
        tx.rows<{ title: string }>(
          `SELECT v.title FROM matching_versions(to_tsquery('english', 'kittiwake')) hit JOIN module_version v ON v.id = hit.version_id`,
        ),
      );
    expect(await search(mine)).toEqual([{ title: 'Kittiwakes' }]);
    expect(await search(other)).toEqual([]);
  });

  it('cannot be added to', async () => {
    const path = (organisationId: string) =>
      app.db.transaction(other, (tx) =>
        tx.rows(
          `INSERT INTO learning_path (id, organisation_id, code, title, summary, position) VALUES ($1, $2, 'x', 'X', '', 1)`,
          [randomUUID(), organisationId],
        ),
      );
    await expect(path(mine.organisationId)).rejects.toThrow(/row-level security/);
    await expect(path(other.organisationId)).resolves.toEqual([]);
  });
});
