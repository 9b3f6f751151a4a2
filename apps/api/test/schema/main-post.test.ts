import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type AMember, type AnOrganisation, aMember, anOrganisation } from '../factories/identity.ts';
import { TestApp } from '../kit/test-app.ts';

let app: TestApp;
let trust: AnOrganisation;
let practice: AnOrganisation;
let nurse: AMember;

beforeAll(async () => {
  app = await TestApp.start();
  [trust, practice] = await app.system(async (tx) => [await anOrganisation(tx), await anOrganisation(tx)] as const);
  nurse = await aMember(app, trust);
  await app.system((tx) => tx.rows(`UPDATE post SET ends_on = '2025-12-30' WHERE person_id = $1`, [nurse.personId]));
  await hold('ended', '2026-01-01', '2026-03-31');
  await hold('second', '2026-02-01', null, { main: false });
  await hold('later main', '2026-05-01', null);
  await hold('earlier main', '2026-04-15', '2026-06-30');
});
afterAll(() => app.stop());

async function hold(title: string, from: string, to: string | null, { main = true } = {}): Promise<void> {
  await app.system((tx) =>
    tx.rows(
      `INSERT INTO post (id, person_id, organisation_id, unit_id, title, staff_group, main, starts_on, ends_on)
       SELECT $1, $2, $3, u.id, $4, 'Nursing', $5, $6, $7 FROM unit u WHERE u.organisation_id = $3 AND u.parent_id IS NULL`,
      [randomUUID(), nurse.personId, trust.organisationId, title, main, from, to],
    ),
  );
}

describe('the main post', () => {
  it.each([
    ['2025-12-31', []],
    ['2026-01-01', ['ended']],
    ['2026-03-31', ['ended']],
    ['2026-04-01', ['second']],
    ['2026-05-01', ['earlier main']],
    ['2026-06-30', ['earlier main']],
    ['2026-07-01', ['later main']],
  ])('on %s is %j: one held that day, main before second, then the one held longest', async (day, titles) => {
    const rows = await app.system((tx) =>
      tx.rows<{ title: string }>('SELECT title FROM main_post($1, $2, $3)', [
        nurse.personId,
        trust.organisationId,
        day,
      ]),
    );
    expect(rows.map(({ title }) => title)).toEqual(titles);
  });

  it('is none in another organisation, nor to anybody of one', async () => {
    const asked = [nurse.personId, trust.organisationId, '2026-07-01'];
    const elsewhere = { personId: nurse.personId, organisationId: practice.organisationId };
    expect(await app.db.read(elsewhere, (tx) => tx.rows('SELECT 1 FROM main_post($1, $2, $3)', asked))).toEqual([]);
    expect(await app.db.read(nurse, (tx) => tx.rows('SELECT 1 FROM main_post($1, $2, $3)', asked))).toHaveLength(1);
  });

  it('is looked up as if it were written into the query that asks', async () => {
    const plan = await app.system((tx) =>
      tx.rows<{ 'QUERY PLAN': string }>(
        `EXPLAIN SELECT post.title FROM organisation o
         LEFT JOIN LATERAL main_post($1, o.id, ($2::timestamptz AT TIME ZONE o.time_zone)::date) post ON true`,
        [nurse.personId, new Date()],
      ),
    );
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toMatch(/ on post /);
    expect(text).not.toMatch(/Function Scan/);
  });
});
