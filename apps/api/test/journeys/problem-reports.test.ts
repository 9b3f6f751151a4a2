import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemReport } from '@rounds/contracts/problem-report';
import { ProblemReportStore } from '../../src/domains/content/problem-report.store.ts';
import { v5 } from '../../src/platform/uuid.ts';
import { type APublishedVersion, aPublishedVersion } from '../factories/content.ts';
import { type AMember, type AnOrganisation, aMember, anOrganisation, aUnit } from '../factories/identity.ts';
import { TestApp } from '../kit/test-app.ts';
import { ascending } from '../kit/ascending.ts';

const LIST = '/api/v1/educator/problem-reports';

let app: TestApp;
let ours: AnOrganisation;
let sender: AMember;
let educator: AMember;
let stranger: AMember;
let version: APublishedVersion;

beforeAll(async () => {
  app = await TestApp.start();
  ours = await app.system((tx) => anOrganisation(tx));
  const theirs = await app.system((tx) => anOrganisation(tx));
  const unitId = await app.system((tx) =>
    aUnit(tx, { organisationId: ours.organisationId, parent: ours.rootUnitId, name: 'Heron ward' }),
  );
  sender = await aMember(app, ours, { givenName: 'Secret', familyName: 'Sender', title: 'Staff nurse', unitId });
  educator = await aMember(app, ours, { givenName: 'Ash', familyName: 'Birch', roles: [{ role: 'educator' }] });
  stranger = await aMember(app, theirs, { roles: [{ role: 'educator' }, { role: 'reviewer' }] });
  version = await aPublishedVersion(app);
});
afterAll(() => app.stop());

type Place = { kind: 'card'; cardId: string } | { kind: 'item'; itemId: string };

async function aReport(
  text: string,
  { place = { kind: 'card', cardId: 'decide' } as Place, at = app.clock.now() } = {},
): Promise<string> {
  const eventId = randomUUID();
  const { personId, organisationId, unitId } = sender;
  const report = {
    eventId,
    personId,
    organisationId,
    unitId,
    versionId: version.versionId,
    place,
    text,
    reportedAt: at,
  };
  await app.system((tx) => app.nest.get(ProblemReportStore).add(tx, [report]));
  return v5(personId, eventId);
}

type List = { reports: ProblemReport[]; open: number; nextCursor: string | null };
const list = async (who: AMember, query = ''): Promise<List> =>
  (
    await app
      .as(who.token)
      .get(LIST + query)
      .expect(200)
  ).body;
const answer = (who: AMember, reportId: string, body: object = { text: 'Mended in the next version.' }) =>
  app.as(who.token).post(`${LIST}/${reportId}/answer`).send(body);
const find = async (reportId: string) => (await list(educator)).reports.find((report) => report.reportId === reportId);

describe('reported problems', () => {
  it('say where and what, and by which post, never by whom', async () => {
    const item = version.markingDocument.items[0]!;
    const reportId = await aReport('Option b says the same.', { place: { kind: 'item', itemId: item.itemId } });
    const found = await find(reportId);
    expect(found).toEqual({
      reportId,
      moduleId: version.moduleId,
      versionId: version.versionId,
      moduleTitle: version.learnerDocument.title,
      version: '1.0',
      place: { kind: 'item', itemId: item.itemId, stem: 'Scene 1 of o1. What do you do?' },
      text: 'Option b says the same.',
      reportedOn: '2026-09-01',
      senderPost: 'Staff nurse',
      senderUnit: 'Heron ward',
      answer: null,
    });
    const text = JSON.stringify(await list(educator));
    expect(text).not.toMatch(/Secret|Sender/);
    expect(text).not.toContain(sender.personId);
    const card = await find(await aReport('The scene is odd.'));
    expect(card?.place).toEqual({ kind: 'card', cardId: 'decide', title: 'Decide first' });
  });

  it('come with open ones first, then the latest, in pages', async () => {
    const organisation = await app.system((tx) => anOrganisation(tx));
    const who = await aMember(app, organisation, { roles: [{ role: 'educator' }] });
    const start = app.clock.now().getTime();
    const made = await app.system((tx) =>
      tx.rows<{ id: string }>(
        `INSERT INTO problem_report (id, person_id, organisation_id, unit_id, version_id, place, text, reported_at)
         SELECT gen_random_uuid(), $1, $2, $3, $4, '{"kind":"card","cardId":"decide"}', 'n' || n, $5::timestamptz - (n / 3) * interval '1 minute'
         FROM generate_series(1, 65) n RETURNING id`,
        [who.personId, organisation.organisationId, organisation.rootUnitId, version.versionId, new Date(start)],
      ),
    );
    await answer(who, made[0]!.id).expect(201);
    await answer(who, made[9]!.id).expect(201);
    const seen: ProblemReport[] = [];
    let cursor: string | null = '';
    while (cursor !== null && seen.length < 200) {
      const page = await list(who, cursor === '' ? '' : `?cursor=${cursor}`);
      expect(page.open).toBe(63);
      seen.push(...page.reports);
      cursor = page.nextCursor;
    }
    expect(new Set(seen.map(({ reportId }) => reportId))).toEqual(new Set(made.map(({ id }) => id)));
    expect(seen).toHaveLength(65);
    expect(seen.findIndex((report) => report.answer !== null)).toBe(63);
    const numbers = seen.slice(0, 63).map(({ text }) => Math.floor(Number(text.slice(1)) / 3));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect((await list(who, '?state=answered')).reports).toHaveLength(2);
    expect((await list(who, '?state=open')).reports.every((report) => report.answer === null)).toBe(true);
    expect((await list(who, '?cursor=nonsense')).reports).toHaveLength(30);
  });

  it('are added once, however often their event comes', async () => {
    const eventId = randomUUID();
    const { personId, organisationId, unitId } = sender;
    const report = {
      eventId,
      personId,
      organisationId,
      unitId,
      versionId: version.versionId,
      place: { kind: 'card', cardId: 'decide' } as Place,
      text: 'Twice.',
      reportedAt: app.clock.now(),
    };
    const add = () => app.system((tx) => app.nest.get(ProblemReportStore).add(tx, [report]));
    await add();
    await add();
    expect((await list(educator)).reports.filter(({ text }) => text === 'Twice.')).toHaveLength(1);
  });
});

describe('answering a problem', () => {
  it('is kept with the name of who answered, once, and is in the audit log without its words', async () => {
    const reportId = await aReport('Wrong dose.');
    const { body } = await answer(educator, reportId, { text: '  You are right.  ' }).expect(201);
    expect(body).toMatchObject({
      reportId,
      answer: { text: 'You are right.', answeredOn: '2026-09-01', answeredBy: 'Ash Birch' },
    });
    expect((await answer(educator, reportId).expect(409)).body.code).toBe('already-done');
    expect((await find(reportId))?.answer?.text).toBe('You are right.');
    const entries = await app.system((tx) =>
      tx.rows<{ detail: object }>(
        `SELECT * FROM audit_event WHERE action = 'problem-report.answered' AND detail->>'reportId' = $1`,
        [reportId],
      ),
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      actor_person_id: educator.personId,
      organisation_id: ours.organisationId,
      detail: { reportId },
    });
    expect(JSON.stringify(entries)).not.toContain('right');
  });

  it('at the same time by two is done by one', async () => {
    const reportId = await aReport('Two at once.');
    const answers = await Promise.all([
      answer(educator, reportId),
      answer(educator, reportId),
      answer(educator, reportId),
    ]);
    expect(ascending(answers.map(({ status }) => status))).toEqual([201, 409, 409]);
  });

  it.each([{}, { text: '' }, { text: '   ' }, { text: 'x'.repeat(2001) }, { text: 'a\0b' }, { text: 7 }])(
    'refuses %p, naming the field',
    async (body) => {
      const reportId = await aReport('To be answered.');
      expect((await answer(educator, reportId, body).expect(400)).body).toMatchObject({
        code: 'invalid-request',
        faults: [{ field: 'text' }],
      });
      expect((await find(reportId))?.answer).toBeNull();
    },
  );

  it.each(["'; DROP TABLE problem_answer; --", '<img src=x onerror=alert(1)>', '=cmd()', '\u202Ex', '🏥\n\ttwo lines'])(
    'keeps %p as it is',
    async (text) => {
      const reportId = await aReport(text);
      await answer(educator, reportId, { text }).expect(201);
      expect(await find(reportId)).toMatchObject({ text, answer: { text } });
    },
  );

  it('of another organisation finds nothing', async () => {
    const reportId = await aReport('Ours alone.');
    expect((await answer(stranger, reportId).expect(404)).body.code).toBe('not-found');
    expect((await list(stranger)).reports).toEqual([]);
    expect((await find(reportId))?.answer).toBeNull();
    await answer(educator, randomUUID()).expect(404);
  });

  it('is not for learners, for a lead, or for one who is signed out', async () => {
    const reportId = await aReport('Not for all.');
    const lead = await aMember(app, ours, { roles: [{ role: 'cpd-lead' }] });
    for (const who of [sender, lead]) {
      expect((await answer(who, reportId).expect(403)).body.code).toBe('not-allowed');
      await app.as(who.token).get(LIST).expect(403);
    }
    await app.as().get(LIST).expect(401);
    await app.as().post(`${LIST}/${reportId}/answer`).send({ text: 'x' }).expect(401);
  });
});
