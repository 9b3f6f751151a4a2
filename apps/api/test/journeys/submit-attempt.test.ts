import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AttemptBody, AttemptResult } from '@rounds/contracts/attempt';
import { aFailedTry, aTry, drawnFor, submitted } from '../factories/attempts.ts';
import { aPublishedVersion, type APublishedVersion, retire } from '../factories/content.ts';
import { type AMember, aMember, type AnOrganisation, anOrganisation, aSession, aUnit } from '../factories/identity.ts';
import { TestApp } from '../kit/test-app.ts';

const ATTEMPTS = '/api/v1/learner/attempts';
let app: TestApp;
let northgate: AnOrganisation;
let fellside: AnOrganisation;
let version: APublishedVersion;
let learner: AMember;

beforeAll(async () => {
  app = await TestApp.start();
  [northgate, fellside] = await app.system(async (tx) => [
    await anOrganisation(tx, { name: 'Northgate' }),
    await anOrganisation(tx, { name: 'Fellside' }),
  ]);
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.set('2026-09-01T09:00:00Z');
  version = await aPublishedVersion(app);
  learner = await aMember(app, northgate);
});

const post = (member: AMember, body: object) => app.as(member.token).post(ATTEMPTS).send(body);
type Row = Record<string, unknown>;
const rowsOf = (table: string, member: AMember, columns = '*') =>
  app.system((tx) => tx.rows<Row>(`SELECT ${columns} FROM ${table} WHERE person_id = $1`, [member.personId]));
const statements = (member: AMember) =>
  app.system((tx) =>
    tx.rows<{ statement: Row }>(
      `SELECT statement FROM statement_outbox WHERE statement->'actor'->'account'->>'name' = $1`,
      [member.personId],
    ),
  );
const verbOf = ({ statement }: { statement: Row }) => String(Object(statement['verb'])['id']).replace(/^.*\//, '');
const verbsOf = async (member: AMember): Promise<string[]> => (await statements(member)).map(verbOf).toSorted();

async function expectNothingKept(member: AMember): Promise<void> {
  for (const table of ['attempt', 'mark', 'completion', 'cpd_record', 'module_start', 'event_set_aside'])
    expect(await rowsOf(table, member)).toEqual([]);
  expect(await statements(member)).toEqual([]);
}

describe('a try that passes', () => {
  it('is marked, completed and credited at once', async () => {
    const body = aTry(learner, version, { wrong: 1 });
    const result = await submitted(app, learner, body);
    expect(result).toMatchObject({
      attemptId: body.attemptId,
      versionId: version.versionId,
      moduleId: version.moduleId,
      tryNumber: 1,
      score: { raw: 5, max: 6, scaled: 5 / 6 },
      passMark: 4,
      passed: true,
      safetyItemMissed: false,
      remarked: false,
      credit: { outcome: 'awarded', creditMinutes: 6, round: 1 },
    });
    expect(await rowsOf('cpd_record', learner)).toMatchObject([
      {
        credit_minutes: 6,
        completion_id: result.completionId,
        round: 1,
        provider: 'Rounds library',
        reviewed_by: 'Rowan Ashdown, Consultant physician',
        standards: version.learnerDocument.standards,
      },
    ]);
    expect(await verbsOf(learner)).toEqual(['completed', 'passed']);
  });

  it('keeps unit, names and staff group as at the time', async () => {
    const [before, now] = await app.system(async (tx) => [
      await aUnit(tx, { organisationId: northgate.organisationId, parent: northgate.rootUnitId, name: 'Older adults' }),
      await aUnit(tx, { organisationId: northgate.organisationId, parent: northgate.rootUnitId, name: 'Outpatients' }),
    ]);
    const mover = await aMember(app, northgate, { unitId: before });
    await app.system(async (tx) => {
      await tx.rows(`UPDATE post SET ends_on = '2026-08-31' WHERE person_id = $1`, [mover.personId]);
      await tx.rows(
        `INSERT INTO post (id, person_id, organisation_id, unit_id, title, staff_group, starts_on) VALUES ($1, $2, $3, $4, 'Lead nurse', 'Management', '2026-09-01')`,
        [randomUUID(), mover.personId, northgate.organisationId, now],
      );
    });
    const late = await submitted(app, mover, aTry(mover, version, { at: '2026-08-31T22:30:00Z' }));
    expect(late.passed).toBe(true);
    expect(await rowsOf('completion', mover, '*, completed_on::text')).toMatchObject([
      {
        unit_id: before,
        unit_name: 'Older adults',
        staff_group: 'Nursing',
        organisation_name: 'Northgate',
        completed_on: '2026-08-31',
        version_label: '1.0',
        module_title: version.learnerDocument.title,
        path_title: 'Starting out',
        attempt_id: late.attemptId,
      },
    ]);
    const other = await aPublishedVersion(app);
    await submitted(app, mover, aTry(mover, other, { at: '2026-08-31T23:30:00Z' }));
    expect(await rowsOf('completion', mover, '*, completed_on::text')).toContainEqual(
      expect.objectContaining({
        module_id: other.moduleId,
        unit_id: now,
        staff_group: 'Management',
        completed_on: '2026-09-01',
      }),
    );
  });

  it('starts the module if nothing did', async () => {
    await submitted(app, learner, aTry(learner, version));
    expect(await rowsOf('module_start', learner)).toMatchObject([
      {
        module_id: version.moduleId,
        unit_id: northgate.rootUnitId,
        staff_group: 'Nursing',
        started_at: new Date('2026-09-01T08:55:00Z'),
      },
    ]);
  });

  it('explains every item with its key', async () => {
    const { items } = await submitted(app, learner, aTry(learner, version));
    for (const item of items) {
      const known = version.markingDocument.items.find(({ itemId }) => itemId === item.itemId)!;
      expect(item).toMatchObject({
        key: known.key,
        rationales: known.rationales,
        sources: known.sources,
        cardId: known.cardId,
      });
    }
    expect(items.map(({ itemId }) => itemId)).toEqual(drawnFor(learner, version).map(({ itemId }) => itemId));
  });
});

describe('a try that fails', () => {
  it('is kept and stated, and makes no completion', async () => {
    const result = await submitted(app, learner, aFailedTry(learner, version));
    expect(result).toMatchObject({
      passed: false,
      completionId: null,
      credit: { outcome: 'not-awarded', reason: 'not-passed', nextRoundFrom: null },
    });
    expect(await rowsOf('attempt', learner)).toHaveLength(1);
    expect(await rowsOf('completion', learner)).toEqual([]);
    expect(await verbsOf(learner)).toEqual(['failed']);
  });

  it('never lets a key out', async () => {
    const { text } = await post(learner, aFailedTry(learner, version)).expect(200);
    for (const secret of ['a-secret', 'b-secret', 'p1-secret', 'p2-secret', 'p3-secret', 'sources":["'])
      expect(text).not.toContain(secret);
  });

  it('does not pass while a safety-critical item is wrong, whatever the score', async () => {
    const items = version.markingDocument.items.map((item) => ({
      ...item,
      itemId: randomUUID(),
      safetyCritical: true,
    }));
    const strict = await aPublishedVersion(app, { items });
    const result = await submitted(app, learner, aTry(learner, strict, { wrong: 1 }));
    expect(result).toMatchObject({ passed: false, safetyItemMissed: true, score: { raw: 5 } });
  });

  it('may be tried again at once, to a pass', async () => {
    await submitted(app, learner, aFailedTry(learner, version));
    const second = await submitted(app, learner, aTry(learner, version, { tryNumber: 2 }));
    expect(second).toMatchObject({ passed: true, tryNumber: 2, credit: { outcome: 'awarded' } });
  });
});

describe('the same attempt again', () => {
  it('gives the same answer, and adds nothing', async () => {
    const body = aTry(learner, version);
    const first = await submitted(app, learner, body);
    app.clock.forward(600);
    const again = await submitted(app, learner, {
      ...body,
      responses: body.responses.toReversed(),
      deviceId: randomUUID(),
      seq: 9,
    });
    expect(again).toEqual(first);
    expect(await rowsOf('attempt', learner)).toHaveLength(1);
    expect(await rowsOf('mark', learner)).toHaveLength(1);
    expect(await statements(learner)).toHaveLength(2);
  });

  it('gives it even after the version was retired', async () => {
    const body = aTry(learner, version);
    const first = await submitted(app, learner, body);
    await app.system((tx) => retire(tx, version.versionId, app.clock.now()));
    expect(await submitted(app, learner, body)).toEqual(first);
  });

  it('is told in capitals too', async () => {
    const body = aTry(learner, version);
    const first = await submitted(app, learner, body);
    expect(
      await submitted(app, learner, {
        ...body,
        attemptId: body.attemptId.toUpperCase(),
        versionId: body.versionId.toUpperCase(),
      }),
    ).toEqual(first);
  });

  it.each<[string, (body: AttemptBody) => AttemptBody]>([
    ['another answer', (body) => ({ ...body, responses: body.responses.slice(1) })],
    ['another number', (body) => ({ ...body, tryNumber: 2 })],
    [
      'another certainty',
      (body) => ({ ...body, responses: body.responses.map((response) => ({ ...response, certainty: 3 as const })) }),
    ],
  ])('with %s is set aside and said', async (_, change) => {
    const body = aTry(learner, version);
    const first = await submitted(app, learner, body);
    const { body: problem } = await post(learner, change(body)).expect(409);
    expect(problem).toMatchObject({ code: 'id-used-for-other-content' });
    expect(await rowsOf('event_set_aside', learner)).toMatchObject([
      { event_id: body.attemptId, reason: 'id-used-for-other-content' },
    ]);
    expect(await rowsOf('attempt', learner)).toHaveLength(1);
    expect(await submitted(app, learner, body)).toEqual(first);
  });
});

describe('credit', () => {
  const tryOn = async (day: string, of: APublishedVersion = version, by = learner): Promise<AttemptResult> => {
    app.clock.set(`${day}T12:00:00Z`);
    return submitted(app, by, aTry(by, of, { at: `${day}T11:00:00Z` }));
  };

  it('is given once a round, and the completion stays the first', async () => {
    const first = await tryOn('2026-09-01');
    const second = await tryOn('2026-09-02');
    expect(second).toMatchObject({
      passed: true,
      completionId: first.completionId,
      credit: { outcome: 'not-awarded', reason: 'already-awarded', nextRoundFrom: '2027-09-01' },
    });
    expect(await rowsOf('completion', learner)).toHaveLength(1);
    expect(await rowsOf('cpd_record', learner)).toHaveLength(1);
    expect(await verbsOf(learner)).toEqual(['completed', 'passed', 'passed']);
  });

  it('is given again exactly 12 months after the award, not a day before', async () => {
    await tryOn('2026-09-01');
    expect((await tryOn('2027-08-31')).credit).toMatchObject({ outcome: 'not-awarded' });
    expect((await tryOn('2027-09-01')).credit).toEqual({ outcome: 'awarded', creditMinutes: 6, round: 2 });
    expect(await rowsOf('completion', learner)).toHaveLength(2);
  });

  it('is not given twice at once for a pass that the device dates back by more than 12 months', async () => {
    const old = await aPublishedVersion(app, { publishedAt: new Date('2025-03-02T09:00:00Z') });
    const longAgo = aTry(learner, old, { at: '2025-06-01T12:00:00Z' });
    expect((await submitted(app, learner, longAgo)).credit).toMatchObject({ outcome: 'awarded', round: 1 });
    expect((await tryOn('2026-09-01', old)).credit).toMatchObject({
      reason: 'already-awarded',
      nextRoundFrom: '2027-09-01',
    });
    const page = await app.as(learner.token).get(`/api/v1/learner/modules/${old.moduleId}`).expect(200);
    expect(page.body.credit).toMatchObject({ reason: 'already-awarded', nextRoundFrom: '2027-09-01' });
    expect((await tryOn('2027-09-01', old)).credit).toMatchObject({ outcome: 'awarded', round: 2 });
    expect(await rowsOf('cpd_record', learner)).toHaveLength(2);
  });

  it('is given again for a major version, not for a minor one', async () => {
    const { pathId, moduleId, moduleCode } = version;
    await tryOn('2026-09-01');
    const minor = await aPublishedVersion(app, { pathId, moduleId, moduleCode, minor: 1 });
    expect((await tryOn('2026-09-02', minor)).credit).toMatchObject({ reason: 'already-awarded' });
    const major = await aPublishedVersion(app, { pathId, moduleId, moduleCode, major: 2 });
    expect((await tryOn('2026-09-03', major)).credit).toEqual({ outcome: 'awarded', creditMinutes: 6, round: 2 });
    expect((await tryOn('2026-09-04', version)).credit).toMatchObject({ reason: 'already-awarded' });
  });

  it('waits for a reviewer outside demo mode, and joins the completion of its round', async () => {
    const unread = await aPublishedVersion(app, { reviewedBy: null });
    const first = await tryOn('2026-09-01', unread);
    expect(first).toMatchObject({
      passed: true,
      credit: { outcome: 'not-awarded', reason: 'not-reviewed', nextRoundFrom: null },
    });
    expect(await rowsOf('completion', learner)).toMatchObject([{ id: first.completionId, reviewed_by: null }]);
    expect(await rowsOf('cpd_record', learner)).toEqual([]);
    await signOff(unread, northgate);
    const second = await tryOn('2026-09-20', unread);
    expect(second).toMatchObject({
      completionId: first.completionId,
      credit: { outcome: 'awarded', creditMinutes: 6, round: 1 },
    });
    expect(await rowsOf('completion', learner)).toHaveLength(1);
    expect(await rowsOf('cpd_record', learner, '*, completed_on::text')).toMatchObject([
      { completion_id: first.completionId, completed_on: '2026-09-20', reviewed_by: 'Rowan Ashdown, Consultant' },
    ]);
    expect((await tryOn('2026-09-21', unread)).credit).toMatchObject({ reason: 'already-awarded' });
  });

  it('does not take the sign-off of another organisation', async () => {
    const unread = await aPublishedVersion(app, { reviewedBy: null });
    await signOff(unread, fellside);
    expect((await tryOn('2026-09-01', unread)).credit).toMatchObject({ reason: 'not-reviewed' });
  });

  it('is one for a person in two organisations, and a completion in each', async () => {
    const there = await aMemberOfBoth();
    const here = await tryOn('2026-09-01');
    const second = await tryOn('2026-09-02', version, there);
    expect(second.credit).toMatchObject({ reason: 'already-awarded', nextRoundFrom: '2027-09-01' });
    expect(second.completionId).not.toBe(here.completionId);
    expect(await rowsOf('completion', learner)).toHaveLength(2);
    expect(await rowsOf('cpd_record', learner)).toHaveLength(1);
    expect((await tryOn('2027-09-01', version, there)).credit).toEqual({
      outcome: 'awarded',
      creditMinutes: 6,
      round: 2,
    });
  });

  async function aMemberOfBoth(): Promise<AMember> {
    const token = await aMember(app, fellside, {
      personId: learner.personId,
      email: `${learner.personId}@fellside.test`,
    });
    return { ...token, token: await aSession(app, learner.personId, fellside.organisationId) };
  }

  async function signOff(of: APublishedVersion, organisation: AnOrganisation): Promise<void> {
    const reviewer = await aMember(app, organisation, { roles: [{ role: 'reviewer' }] });
    await app.system((tx) =>
      tx.rows(
        `INSERT INTO sign_off (id, version_id, organisation_id, person_id, person_name, person_title, comment, signed_at) VALUES ($1, $2, $3, $4, 'Rowan Ashdown', 'Consultant', '', $5)`,
        [randomUUID(), of.versionId, organisation.organisationId, reviewer.personId, app.clock.now()],
      ),
    );
  }
});

describe('when it happened', () => {
  it.each([
    ['the device time', '2026-08-20T10:00:00+02:00', '2026-08-20T08:00:00.000Z'],
    ['the publication itself', '2026-03-02T09:00:00Z', '2026-03-02T09:00:00.000Z'],
    ['the arrival, for a time before the publication', '2026-03-02T08:58:59Z', '2026-09-01T09:00:00.000Z'],
    ['the arrival, for a time in the future', '2026-09-01T09:00:01Z', '2026-09-01T09:00:00.000Z'],
    ['the arrival, for the year 0', '0000-01-01T00:00:00Z', '2026-09-01T09:00:00.000Z'],
    ['the arrival, for the year 9999', '9999-12-31T23:59:59Z', '2026-09-01T09:00:00.000Z'],
  ])('is %s', async (_, at, occurred) => {
    await submitted(app, learner, aTry(learner, version, { at }));
    expect(await rowsOf('completion', learner)).toMatchObject([
      { occurred_at: new Date(occurred), received_at: new Date('2026-09-01T09:00:00Z') },
    ]);
  });

  it.each([
    ['where the learner was', 'Pacific/Auckland', '2026-09-01', 'Pacific/Auckland'],
    ["in the organisation's zone for a zone nobody knows", 'Middle/Earth', '2026-08-31', 'Europe/London'],
    ["in the organisation's zone for an offset", '+13:00', '2026-08-31', 'Europe/London'],
  ])('has the civil date %s', async (_, zone, completedOn, kept) => {
    await submitted(app, learner, aTry(learner, version, { at: '2026-08-31T20:00:00Z', zone }));
    expect(await rowsOf('completion', learner, 'completed_on::text, zone')).toEqual([
      { completed_on: completedOn, zone: kept },
    ]);
  });
});

describe('a retired version', () => {
  const RETIRED_AT = new Date('2026-08-30T12:00:00Z');
  const opened = (at: string) =>
    app
      .as(learner.token)
      .post('/api/v1/learner/events')
      .send({
        events: [
          {
            id: randomUUID(),
            v: 1,
            kind: 'module-opened',
            versionId: version.versionId,
            deviceId: randomUUID(),
            seq: 1,
            at,
            zone: 'Europe/London',
          },
        ],
      })
      .expect(200);

  it('is refused to one who had not opened it', async () => {
    await app.system((tx) => retire(tx, version.versionId, RETIRED_AT));
    const { body } = await post(learner, aTry(learner, version)).expect(409);
    expect(body).toMatchObject({ code: 'version-retired' });
    await expectNothingKept(learner);
  });

  it('is refused to one who opened it only then', async () => {
    await app.system((tx) => retire(tx, version.versionId, RETIRED_AT));
    await opened('2026-08-30T12:00:00Z');
    await post(learner, aTry(learner, version)).expect(409);
  });

  it('is marked for one who had opened it before', async () => {
    await app.system((tx) => retire(tx, version.versionId, RETIRED_AT));
    await opened('2026-08-30T11:59:59Z');
    expect(await submitted(app, learner, aTry(learner, version))).toMatchObject({ passed: true });
  });
});

describe('what does not exist for this person', () => {
  it("refuses another organisation's version", async () => {
    const theirs = await aPublishedVersion(app, { organisationId: fellside.organisationId });
    const { body } = await post(learner, aTry(learner, theirs)).expect(404);
    expect(body).toMatchObject({ code: 'not-found' });
    await expectNothingKept(learner);
    const member = await aMember(app, fellside);
    expect(await submitted(app, member, aTry(member, theirs))).toMatchObject({ passed: true });
  });

  it('refuses a version that does not exist', async () => {
    await post(learner, aTry(learner, version, { versionId: randomUUID() })).expect(404);
  });

  it("takes another person's attempt id as one's own new attempt", async () => {
    const colleague = await aMember(app, northgate);
    const theirs = await submitted(app, colleague, aFailedTry(colleague, version));
    const mine = await submitted(app, learner, aTry(learner, version, { attemptId: theirs.attemptId }));
    expect(mine).toMatchObject({ attemptId: theirs.attemptId, passed: true });
    const { body: still } = await app.as(colleague.token).get(`${ATTEMPTS}/${theirs.attemptId}`).expect(200);
    expect(still).toEqual(theirs);
  });
});

describe('reading an attempt', () => {
  it('gives the result that was given', async () => {
    const result = await submitted(app, learner, aTry(learner, version, { wrong: 2 }));
    await app.as(learner.token).get(`${ATTEMPTS}/${result.attemptId}`).expect(200, result);
  });

  it.each(['colleague', 'stranger'])('does not exist for a %s', async (who) => {
    const other = await aMember(app, who === 'colleague' ? northgate : fellside);
    const { attemptId } = await submitted(app, learner, aTry(learner, version));
    const { body } = await app.as(other.token).get(`${ATTEMPTS}/${attemptId}`).expect(404);
    expect(body).toMatchObject({ code: 'not-found' });
  });

  it('does not exist for a CPD lead of the unit', async () => {
    const lead = await aMember(app, northgate, { roles: [{ role: 'cpd-lead' }, { role: 'educator' }] });
    const { attemptId } = await submitted(app, learner, aTry(learner, version));
    await app.as(lead.token).get(`${ATTEMPTS}/${attemptId}`).expect(404);
  });

  it.each([randomUUID(), 'not-an-id'])('does not exist as %s', async (id) => {
    await app.as(learner.token).get(`${ATTEMPTS}/${id}`).expect(404);
  });
});
