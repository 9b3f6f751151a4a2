import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { listCompletionRecords } from '@rounds/contracts/completion-records';
import { type AMember, aMember, anOrganisation, type AnOrganisation } from '../factories/identity.ts';
import { CursorSeal } from '../../src/platform/http/cursor-seal.ts';
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

const sealed = (cursor: string): string => app.nest.get(CursorSeal).seal(listCompletionRecords, cursor);

it.each([
  ['name', ['a\u0000', 'b', ID]],
  ['name', ['a', 'b', 'no id']],
  ['completedOn', ['yesterday', 'a', 'b', ID]],
  ['completedOn', ['2026-02-31', 'a', 'b', ID]],
  ['completedOn', ['0000-01-01', 'a', 'b', ID]],
  ['minutes', ['ten', 'a', 'b', ID]],
  ['minutes', ['99999999999', 'a', 'b', ID]],
  ['unit', { unit: 1 }],
  ['name', null],
])('by %s, a cursor that is none begins at the first page: %j', async (sort, key) => {
  const cursor = key === null ? 'no-cursor' : sealed(JSON.stringify(key));
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
