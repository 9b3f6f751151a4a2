import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type AMember, aMember, anOrganisation, type AnOrganisation } from '../factories/identity.ts';
import { TestApp } from '../kit/test-app.ts';

const RECORDS = '/api/v1/cpd-lead/completion-records';
const ID = '01890000-0000-7000-8000-000000000001';

let app: TestApp;
let lead: AMember;

beforeAll(async () => {
  app = await TestApp.start();
  const ours: AnOrganisation = await app.system((tx) => anOrganisation(tx));
  lead = await aMember(app, ours, { roles: [{ role: 'cpd-lead' }] });
});
afterAll(() => app.stop());

const written = (key: unknown): string => Buffer.from(JSON.stringify(key)).toString('base64url');

it.each([
  ['name', written(['a\u0000', 'b', ID])],
  ['name', written(['a', 'b', 'no id'])],
  ['completedOn', written(['yesterday', 'a', 'b', ID])],
  ['completedOn', written(['2026-02-31', 'a', 'b', ID])],
  ['completedOn', written(['0000-01-01', 'a', 'b', ID])],
  ['minutes', written(['ten', 'a', 'b', ID])],
  ['minutes', written(['99999999999', 'a', 'b', ID])],
  ['unit', written({ unit: 1 })],
  ['name', 'no-cursor'],
])('by %s, a cursor that is none begins at the first page: %s', async (sort, cursor) => {
  const answer = await app.as(lead.token).get(`${RECORDS}?sort=${sort}&cursor=${cursor}`);
  expect(answer.statusCode).toBe(200);
});

it('a download belongs to the unit of whoever asked for it', async () => {
  await app.as(lead.token).get(`${RECORDS}/file`);
  const entries = await app.system((tx) =>
    tx.rows(`SELECT DISTINCT unit_id FROM audit_event WHERE action LIKE 'export.%'`),
  );
  expect(entries).toEqual([{ unit_id: lead.unitId }]);
});
