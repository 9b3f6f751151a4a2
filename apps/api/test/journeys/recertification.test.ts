import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AttemptResult } from '@rounds/contracts/attempt';
import type { ListedRecord } from '@rounds/contracts/completion-records';
import { learnerLock } from '../../src/domains/assessment/marking-locks.ts';
import { aTry, drawnFor, submitted } from '../factories/attempts.ts';
import { type APublishedVersion, aPublishedVersion, retire } from '../factories/content.ts';
import { type AMember, aMember, anOrganisation, aSession } from '../factories/identity.ts';
import { quizItems, rightResponse } from '../factories/quiz-items.ts';
import { aStart } from '../factories/records.ts';
import { type ATrust, aTrust, auditOf } from '../factories/trust.ts';
import { atOnce } from '../kit/at-once.ts';
import { NAUGHTY } from '../kit/naughty.ts';
import { TestApp } from '../kit/test-app.ts';

const RECORDS = '/api/v1/cpd-lead/completion-records';
const WHY = 'The policy on scribes changed in August.';

let app: TestApp;
let trust: ATrust;
/** Leads the ward. */
let lead: AMember;
let learner: AMember;
let version: APublishedVersion;
let first: AttemptResult;

beforeAll(async () => {
  app = await TestApp.start();
  trust = await aTrust(app);
  lead = await aMember(app, trust, { roles: [{ role: 'cpd-lead', unitId: trust.ward }] });
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.set('2026-09-01T09:00:00Z');
  version = await aPublishedVersion(app);
  learner = await aMember(app, trust, { unitId: trust.ward });
  first = await pass();
});

const body = (by = learner, of = version) => aTry(by, of, { at: app.clock.now().toISOString() });
const pass = (by = learner, of = version): Promise<AttemptResult> => submitted(app, by, body(by, of));
const ask = (recordId: unknown = first.completionId, by = lead, reason = WHY) =>
  app
    .as(by.token)
    .post(`${RECORDS}/${String(recordId)}/recertification`)
    .send({ reason });
const modulePage = async (by = learner) =>
  (await app.as(by.token).get(`/api/v1/learner/modules/${version.moduleId}`).expect(200)).body;
const today = async (by = learner) => (await app.as(by.token).get('/api/v1/learner/today').expect(200)).body;
const rows = (sql: string, values: readonly string[] = [learner.personId]) =>
  app.system((tx) => tx.rows<Record<string, unknown>>(sql, values));
const requests = () => rows('SELECT * FROM recertification WHERE person_id = $1');
const minutes = () => rows('SELECT round, credit_minutes FROM cpd_record WHERE person_id = $1 ORDER BY round');

async function listed(by = lead): Promise<ListedRecord[]> {
  const answer = await app.as(by.token).get(`${RECORDS}?module=${version.moduleId}&sort=completedOn`).expect(200);
  return answer.body.records;
}

describe('asking for a module again', () => {
  it('opens the next round: a pass earns its minutes at once, and closes it', async () => {
    expect((await pass()).credit).toMatchObject({ reason: 'already-awarded' });
    app.clock.forward(60 * 24);
    const { body: asked } = await ask().expect(200);
    expect(asked).toEqual({ reason: WHY, askedOn: '2026-09-02' });
    expect(await minutes()).toEqual([{ round: 1, credit_minutes: 6 }]);
    const second = await pass();
    expect(second.credit).toEqual({ outcome: 'awarded', creditMinutes: 6, round: 2 });
    expect(second.completionId).not.toBe(first.completionId);
    expect(await minutes()).toEqual([
      { round: 1, credit_minutes: 6 },
      { round: 2, credit_minutes: 6 },
    ]);
    expect((await pass()).credit).toMatchObject({ reason: 'already-awarded', nextRoundFrom: '2027-09-02' });
  });

  it('needs a pass: a failed try leaves it open', async () => {
    await ask().expect(200);
    await submitted(app, learner, aTry(learner, version, { wrong: 100 }));
    expect((await modulePage()).askedAgain).toEqual({ reason: WHY, askedOn: '2026-09-01' });
    expect((await pass()).credit).toMatchObject({ outcome: 'awarded', round: 2 });
  });

  it('is told to the learner, with its reason, until the pass', async () => {
    expect(await modulePage()).toMatchObject({
      askedAgain: null,
      credit: { counts: false, reason: 'already-awarded' },
    });
    await ask().expect(200);
    expect(await modulePage()).toMatchObject({
      state: 'completed',
      askedAgain: { reason: WHY, askedOn: '2026-09-01' },
      credit: { counts: true, reason: null, nextRoundFrom: null },
    });
    expect((await today()).recommended).toMatchObject({
      module: { moduleId: version.moduleId },
      reason: `You are asked to do it again by ${trust.name}: ${WHY}`,
    });
    await pass();
    expect(await modulePage()).toMatchObject({
      askedAgain: null,
      credit: { counts: false, reason: 'already-awarded' },
    });
    expect((await today()).recommended?.module.moduleId).not.toBe(version.moduleId);
  });

  it('leaves the record as it is, and says on it that it was asked; the new pass is a record of its own', async () => {
    const [before] = await listed();
    expect(before).toMatchObject({ state: 'completed', askedAgain: null, mayAskAgain: true });
    await ask().expect(200);
    const asked = { reason: WHY, askedOn: '2026-09-01' };
    expect(await listed()).toEqual([{ ...before, askedAgain: asked, mayAskAgain: false }]);
    app.clock.forward(60 * 24);
    const again = await pass();
    expect(await listed()).toEqual([
      { ...before, mayAskAgain: false },
      { ...before, recordId: again.completionId, completedOn: '2026-09-02' },
    ]);
  });

  it('is kept for good, with the unit as at the time, and audited without its reason', async () => {
    await ask().expect(200);
    expect(await requests()).toEqual([
      {
        id: expect.any(String),
        person_id: learner.personId,
        organisation_id: trust.organisationId,
        unit_id: trust.ward,
        module_id: version.moduleId,
        completion_id: first.completionId,
        reason: WHY,
        asked_by: lead.personId,
        asked_at: app.clock.now(),
      },
    ]);
    const audited = await auditOf(app, trust.organisationId, 'recertification.asked');
    expect(audited.filter(({ subject }) => subject === learner.personId)).toMatchObject([
      {
        actor: lead.personId,
        unit: trust.ward,
        detail: { moduleId: version.moduleId, module: version.learnerDocument.title },
      },
    ]);
    expect(JSON.stringify(audited)).not.toContain(WHY);
    for (const change of [`UPDATE recertification SET reason = ''`, 'DELETE FROM recertification'])
      await expect(rows(change, [])).rejects.toThrow('permission denied');
  });

  it('is asked for by the record of an earlier round too', async () => {
    await ask().expect(200);
    const again = await pass();
    await ask().expect(200);
    expect(await requests()).toContainEqual(expect.objectContaining({ completion_id: again.completionId }));
    expect((await pass()).credit).toMatchObject({ outcome: 'awarded', round: 3 });
  });

  it('earns no minutes before a reviewer has signed, and is closed all the same', async () => {
    version = await aPublishedVersion(app, { reviewedBy: null });
    const unreviewed = await pass();
    await ask(unreviewed.completionId).expect(200);
    const second = await pass();
    expect(second).toMatchObject({ passed: true, credit: { reason: 'not-reviewed' } });
    expect(second.completionId).not.toBe(unreviewed.completionId);
    expect((await modulePage()).askedAgain).toBeNull();
    expect((await pass()).completionId).toBe(second.completionId);
  });
});

describe('once is enough', () => {
  it('asking again while it is open answers the same and keeps the first', async () => {
    const { body: asked } = await ask().expect(200);
    app.clock.forward(60 * 24);
    const other = await aMember(app, trust, { roles: [{ role: 'cpd-lead' }] });
    expect((await ask(first.completionId, other, 'Another reason').expect(200)).body).toEqual(asked);
    expect(await requests()).toHaveLength(1);
  });

  it('asking twice at once makes one', async () => {
    const lock = (tx: Parameters<Parameters<typeof app.system>[0]>[0]) => tx.lock([learnerLock(learner.personId)]);
    const both = [() => ask().then(), () => ask().then()];
    expect(await atOnce(app, lock, both)).toEqual([200, 200]);
    expect(await requests()).toHaveLength(1);
  });

  it('two passes at once earn the minutes once', async () => {
    await ask().expect(200);
    const lock = (tx: Parameters<Parameters<typeof app.system>[0]>[0]) => tx.lock([learnerLock(learner.personId)]);
    const send = (attempt: object) => () => app.as(learner.token).post('/api/v1/learner/attempts').send(attempt).then();
    expect(await atOnce(app, lock, [send(body()), send(body())])).toEqual([200, 200]);
    expect((await minutes()).map(({ round }) => round)).toEqual([1, 2]);
    expect(await rows('SELECT 1 FROM completion WHERE person_id = $1')).toHaveLength(2);
  });
});

describe('what cannot be asked for', () => {
  async function expectRefused(answer: ReturnType<typeof ask>, status: number, code: string): Promise<void> {
    const kept = await rows('SELECT count(*) FROM recertification', []);
    expect((await answer.expect(status)).body.code).toBe(code);
    expect(await rows('SELECT count(*) FROM recertification', [])).toEqual(kept);
  }

  it('a module that is not completed', async () => {
    const other = await aPublishedVersion(app);
    await app.system((tx) => aStart(tx, learner, other, { unitId: trust.ward }));
    const [start] = await rows('SELECT id FROM module_start WHERE person_id = $1 AND module_id = $2', [
      learner.personId,
      other.moduleId,
    ]);
    await expectRefused(ask(start!['id']), 409, 'not-completed');
  });

  it('a module that was withdrawn', async () => {
    await app.system((tx) => retire(tx, version.versionId, app.clock.now()));
    expect((await listed())[0]).toMatchObject({ mayAskAgain: false });
    await expectRefused(ask(), 409, 'version-retired');
  });

  it('a record of another unit, of another organisation, or none', async () => {
    const clinicLead = await aMember(app, trust, { roles: [{ role: 'cpd-lead', unitId: trust.clinic }] });
    const elsewhere = await app.system((tx) => anOrganisation(tx));
    const theirLead = await aMember(app, elsewhere, { roles: [{ role: 'cpd-lead' }] });
    await expectRefused(ask(first.completionId, clinicLead), 404, 'not-found');
    await expectRefused(ask(first.completionId, theirLead), 404, 'not-found');
    await expectRefused(ask(randomUUID()), 404, 'not-found');
  });

  it('anything, by a team manager', async () => {
    const manager = await aMember(app, trust, { roles: [{ role: 'team-manager' }] });
    expect(await listed(manager)).toMatchObject([{ mayAskAgain: false }]);
    await expectRefused(ask(first.completionId, manager), 403, 'not-allowed');
    const leadElsewhere = await aMember(app, trust, {
      roles: [{ role: 'team-manager' }, { role: 'cpd-lead', unitId: trust.clinic }],
    });
    expect(await listed(leadElsewhere)).toMatchObject([{ mayAskAgain: false }]);
    await expectRefused(ask(first.completionId, leadElsewhere), 403, 'not-allowed');
  });

  it('one’s own', async () => {
    learner = await aMember(app, trust, { unitId: trust.ward, roles: [{ role: 'cpd-lead', unitId: trust.ward }] });
    const own = await pass();
    expect((await listed(learner)).find(({ recordId }) => recordId === own.completionId)).toMatchObject({
      mayAskAgain: false,
    });
    await expectRefused(ask(own.completionId, learner), 403, 'not-allowed');
  });

  it.each([
    ['works in another unit by now', 'UPDATE post SET unit_id = $2 WHERE person_id = $1'],
    ['is suspended', 'UPDATE membership SET suspended_at = now() WHERE person_id = $1 AND $2::uuid IS NOT NULL'],
  ])('a person who %s', async (_, change) => {
    await rows(change, [learner.personId, trust.clinic]);
    expect(await listed()).toMatchObject([{ mayAskAgain: false }]);
    await expectRefused(ask(), 403, 'not-allowed');
  });

  it('without a reason that can be read', async () => {
    for (const reason of ['', '   ', 'x'.repeat(301), '\0'])
      await expectRefused(ask(first.completionId, lead, reason), 400, 'invalid-request');
    const { body: problem } = await ask(first.completionId, lead, ' ');
    expect(problem.faults).toEqual([{ field: 'reason', message: 'Write why.' }]);
  });

  it.each(NAUGHTY)('but with any words that can be kept: %j', async (naughty) => {
    const answer = await ask(first.completionId, lead, `“${naughty}”`);
    if (answer.status === 200) expect((await modulePage()).askedAgain.reason).toBe(`“${naughty}”`);
    else expect(answer.body.code).toBe('invalid-request');
  });
});

describe('a person in two organisations', () => {
  it('is asked in one, earns nothing for it in the other, and answers it where it was asked', async () => {
    const elsewhere = await app.system((tx) => anOrganisation(tx));
    await aMember(app, elsewhere, { personId: learner.personId });
    const there = { ...learner, token: await aSession(app, learner.personId, elsewhere.organisationId) };
    await ask().expect(200);
    expect((await modulePage(there)).askedAgain).toBeNull();
    expect((await today(there)).recommended?.module.moduleId).not.toBe(version.moduleId);
    expect((await pass(there)).credit).toMatchObject({ reason: 'already-awarded' });
    expect((await modulePage()).askedAgain).toMatchObject({ reason: WHY });
    expect((await pass()).credit).toMatchObject({ outcome: 'awarded', round: 2 });
    expect((await modulePage()).askedAgain).toBeNull();
  });
});

describe('a try that a mended key turns into a pass', () => {
  it.each([
    ['does not answer what was asked for after it', -60, { reason: 'already-awarded' }, true],
    ['answers what was asked for before it', 60, { outcome: 'awarded', round: 2 }, false],
  ])('%s', async (_, minutesAfter, credit, stillOpen) => {
    const [best, ...others] = quizItems('why-it-matters').filter(({ kind }) => kind !== 'matching');
    version = await aPublishedVersion(app, { items: [best!, ...others.slice(0, 4)], size: 5, passMark: 5 });
    const educator = await aMember(app, trust, { roles: [{ role: 'educator' }] });
    const done = await pass();
    const askedAt = new Date(app.clock.now().getTime() + 24 * 3_600_000);
    const triedAt = new Date(askedAt.getTime() + minutesAfter * 60_000);
    const failed = wronged(best!.itemId);
    const moves = [
      { at: askedAt, act: () => ask(done.completionId).expect(200) },
      { at: triedAt, act: () => submitted(app, learner, { ...failed, at: triedAt.toISOString() }) },
    ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
    for (const { at, act } of moves) {
      app.clock.set(at);
      await act();
    }
    app.clock.forward(60 * 24);
    await mend(educator, best!.itemId);
    const [mark] = await rows('SELECT credit FROM mark WHERE person_id = $1 AND attempt_id = $2 AND sequence = 2', [
      learner.personId,
      failed.attemptId,
    ]);
    expect(mark?.['credit']).toMatchObject(credit);
    expect((await modulePage()).askedAgain !== null).toBe(stillOpen);
  });

  /** All right but one, which has the option that ought to be the key. */
  const wronged = (itemId: string) => ({
    ...body(),
    responses: drawnFor(learner, version).map((drawn) =>
      drawn.itemId === itemId ? { itemId, optionIds: ['d'], pairs: [] } : rightResponse(drawn),
    ),
  });

  async function mend(educator: AMember, itemId: string): Promise<void> {
    const item = `/api/v1/educator/versions/${version.versionId}/items/${itemId}`;
    const { itemVersionId } = (await app.as(educator.token).get(item).expect(200)).body;
    const key = { kind: 'single-best-answer', optionId: 'd' };
    const address = `/api/v1/educator/item-versions/${itemVersionId}/re-marks`;
    await app.as(educator.token).post(address).send({ key, reason: 'Two readers agree' }).expect(200);
  }
});
