import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Key, MarkingItem } from '@rounds/contracts/item';
import type { ItemToMend } from '@rounds/contracts/re-mark';
import { AttemptStore, TRIES_AT_ONCE } from '../../src/domains/assessment/attempt.store.ts';
import { aFailedTry, aTry, drawnFor, submitted } from '../factories/attempts.ts';
import { aPublishedVersion, type APublishedVersion, type VersionOverrides } from '../factories/content.ts';
import { type AMember, aMember, type AnOrganisation, anOrganisation, aSession } from '../factories/identity.ts';
import { quizItems, rightResponse } from '../factories/quiz-items.ts';
import { failInserts } from '../kit/database.ts';
import { NAUGHTY } from '../kit/naughty.ts';
import { TestApp } from '../kit/test-app.ts';

let app: TestApp;
let northgate: AnOrganisation;
let fellside: AnOrganisation;
let version: APublishedVersion;
/** Drawn in every try, as the only items of their outcome; a single best answer. */
let item: MarkingItem;
let educator: AMember;
let learner: AMember;
/** What the learner chose instead of the published key, a. */
const RIGHT_NOW: Key = { kind: 'single-best-answer', optionId: 'd' };

beforeAll(async () => {
  app = await TestApp.start();
  [northgate, fellside] = await app.system(async (tx) => [await anOrganisation(tx), await anOrganisation(tx)]);
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.set('2026-09-01T09:00:00Z');
  version = await aVersion();
  item = version.markingDocument.items[0]!;
  educator = await aMember(app, northgate, { givenName: 'Sorrel', familyName: 'Heath', roles: [{ role: 'educator' }] });
  learner = await aMember(app, northgate);
});

/** Five items, all of which every try draws; four must be right. */
function aVersion(overrides: VersionOverrides = {}): Promise<APublishedVersion> {
  const [best, ...others] = quizItems('why-it-matters').filter(({ kind }) => kind !== 'matching');
  return aPublishedVersion(app, { items: [best!, ...others.slice(0, 4)], size: 5, passMark: 5, ...overrides });
}

/** A try whose answers are all right but the one to the item: it has the option that ought to be the key. */
const wronged = (member: AMember, of = version, overrides = {}) =>
  aTry(member, of, {
    responses: drawnFor(member, of).map((drawn) =>
      drawn.itemId === of.markingDocument.items[0]!.itemId
        ? { itemId: drawn.itemId, optionIds: ['d'], pairs: [] }
        : rightResponse(drawn),
    ),
    ...overrides,
  });

const page = async (of = version, by = educator): Promise<ItemToMend> =>
  (
    await app
      .as(by.token)
      .get(`/api/v1/educator/versions/${of.versionId}/items/${of.markingDocument.items[0]!.itemId}`)
      .expect(200)
  ).body;
const address = async (of = version) => `/api/v1/educator/item-versions/${(await page(of)).itemVersionId}/re-marks`;
const post = async (body: object, of = version, by = educator) =>
  app
    .as(by.token)
    .post(await address(of))
    .send(body);
const mend = async (key: Key = RIGHT_NOW, of = version) => (await post({ key, reason: 'Two readers agree' }, of)).body;
const read = async (attemptId: string, member = learner) =>
  (await app.as(member.token).get(`/api/v1/learner/attempts/${attemptId}`).expect(200)).body;
const rows = (sql: string, values: string[]) => app.system((tx) => tx.rows<Record<string, unknown>>(sql, values));
const marksOf = (member: AMember) =>
  rows('SELECT * FROM mark WHERE person_id = $1 ORDER BY attempt_id, sequence', [member.personId]);
/** Tries like this one with a mark that passed, each a moment later. */
const manyMore = (attemptId: string, count: number) =>
  app.system(async (tx) => {
    const copies = `jsonb_build_object('id', md5(a.id || '/' || n)::uuid, 'received_at', a.received_at + n * interval '1 millisecond')`;
    await tx.rows(
      `INSERT INTO attempt SELECT (jsonb_populate_record(a, ${copies})).* FROM attempt a, generate_series(1, $2::int) n WHERE a.id = $1`,
      [attemptId, count],
    );
    await tx.rows(
      `INSERT INTO mark SELECT (jsonb_populate_record(m, jsonb_build_object('attempt_id', md5(m.attempt_id || '/' || n)::uuid, 'passed', true))).*
       FROM mark m, generate_series(1, $2::int) n WHERE m.attempt_id = $1`,
      [attemptId, count],
    );
  });
const audited = () =>
  rows(`SELECT * FROM audit_event WHERE action = 'item.re-marked' AND organisation_id = $1`, [
    northgate.organisationId,
  ]);

describe('an item to mend', () => {
  it('shows how it is marked, and how many tries drew it', async () => {
    await submitted(app, learner, wronged(learner));
    expect(await page()).toMatchObject({
      moduleId: version.moduleId,
      moduleTitle: version.learnerDocument.title,
      versions: ['1.0'],
      item,
      key: item.key,
      corrections: [],
      attempts: 1,
    });
    await mend();
    expect(await page()).toMatchObject({
      item,
      key: RIGHT_NOW,
      corrections: [
        { key: RIGHT_NOW, reason: 'Two readers agree', correctedBy: 'Sorrel Heath', correctedOn: '2026-09-01' },
      ],
    });
  });

  it('previews what would change, and changes nothing', async () => {
    await submitted(app, learner, wronged(learner));
    await submitted(app, learner, aFailedTry(learner, version, { tryNumber: 2, responses: [] }));
    const other = await aMember(app, northgate);
    await submitted(app, other, aTry(other, version));
    const { body } = await app
      .as(educator.token)
      .post(`${await address()}/preview`)
      .send({ key: RIGHT_NOW })
      .expect(200);
    expect(body).toEqual({ attempts: 3, changed: 2, newPasses: 1, keptPasses: 1 });
    expect(await marksOf(learner)).toHaveLength(2);
    expect((await page()).corrections).toEqual([]);
  });
});

describe('mending a key', () => {
  it('makes a fail a pass, with completion and minutes of the day it was made', async () => {
    const failed = await submitted(app, learner, wronged(learner, version, { at: '2026-08-20T10:00:00Z' }));
    expect(failed.passed).toBe(false);
    app.clock.set('2026-10-05T09:00:00Z');
    expect(await mend()).toMatchObject({ attempts: 1, changed: 1, newPasses: 1, keptPasses: 0 });
    const result = await read(failed.attemptId);
    expect(result).toMatchObject({
      passed: true,
      remarked: true,
      score: { raw: 5, max: 5 },
      credit: { outcome: 'awarded', creditMinutes: 6, round: 1 },
    });
    expect(result.items.find(({ itemId }: { itemId: string }) => itemId === item.itemId)).toMatchObject({
      fraction: 1,
      key: RIGHT_NOW,
    });
    // A random one: a completion's id tells a lead no time of day.
    expect(result.completionId[14]).toBe('4');
    const completions = await rows('SELECT *, completed_on::text FROM completion WHERE person_id = $1', [
      learner.personId,
    ]);
    expect(completions).toMatchObject([
      {
        id: result.completionId,
        attempt_id: failed.attemptId,
        completed_on: '2026-08-20',
        occurred_at: new Date('2026-08-20T10:00:00Z'),
        received_at: new Date('2026-09-01T09:00:00Z'),
        unit_id: learner.unitId,
        staff_group: 'Nursing',
      },
    ]);
    expect(
      await rows('SELECT *, completed_on::text FROM cpd_record WHERE person_id = $1', [learner.personId]),
    ).toMatchObject([{ completed_on: '2026-08-20', credit_minutes: 6, completion_id: result.completionId }]);
    const verbs = await rows(
      `SELECT statement->'verb'->>'id' AS verb FROM statement_outbox WHERE statement->'actor'->'account'->>'name' = $1 ORDER BY 1`,
      [learner.personId],
    );
    expect(verbs.map(({ verb }) => String(verb).split('/').at(-1))).toEqual(['completed', 'failed', 'passed']);
  });

  it('adds marks beside the first, which stay as they were', async () => {
    await submitted(app, learner, wronged(learner));
    const [before] = await marksOf(learner);
    const { correctionId } = await mend();
    const marks = await marksOf(learner);
    expect(marks).toMatchObject([before!, { sequence: 2, correction_id: correctionId, raw: 5, passed: true }]);
  });

  it('never withdraws a pass', async () => {
    const passed = await submitted(app, learner, aTry(learner, version));
    expect(await mend()).toMatchObject({ newPasses: 0, keptPasses: 1 });
    expect(await read(passed.attemptId)).toMatchObject({
      passed: true,
      remarked: true,
      score: { raw: 4 },
      completionId: passed.completionId,
      credit: passed.credit,
    });
    expect(await rows('SELECT 1 FROM completion WHERE person_id = $1', [learner.personId])).toHaveLength(1);
  });

  it('credits once, however many fails become passes, and not again what was earned later', async () => {
    const tries = [await submitted(app, learner, wronged(learner))];
    app.clock.forward(1);
    tries.push(await submitted(app, learner, wronged(learner)));
    const other = await aMember(app, northgate);
    const first = await submitted(app, other, wronged(other));
    app.clock.forward(60);
    const later = await submitted(app, other, aTry(other, version));
    expect(await mend()).toMatchObject({ newPasses: 3, keptPasses: 1 });
    const results = await Promise.all(tries.map(({ attemptId }) => read(attemptId)));
    expect(results.map(({ credit }) => credit.outcome)).toEqual(['awarded', 'not-awarded']);
    expect(new Set(results.map(({ completionId }) => completionId)).size).toBe(1);
    expect(await read(first.attemptId, other)).toMatchObject({
      passed: true,
      completionId: later.completionId,
      credit: { reason: 'already-awarded' },
    });
    for (const { personId } of [learner, other])
      expect(await rows('SELECT 1 FROM cpd_record WHERE person_id = $1', [personId])).toHaveLength(1);
  });

  it('holds for tries to come, and for the same try sent again', async () => {
    const body = wronged(learner);
    await submitted(app, learner, body);
    await mend();
    expect(await submitted(app, learner, body)).toMatchObject({ passed: true, remarked: true });
    const next = await submitted(app, learner, wronged(learner));
    expect(next).toMatchObject({ passed: true, remarked: false });
    expect(next.items.find(({ itemId }) => itemId === item.itemId)).toMatchObject({
      key: RIGHT_NOW,
      rationales: [expect.objectContaining({ optionId: 'b' }), expect.objectContaining({ optionId: 'c' })],
    });
  });

  it('twice is once', async () => {
    await submitted(app, learner, wronged(learner));
    const first = await mend();
    expect(await mend()).toMatchObject({ correctionId: first.correctionId, newPasses: 0 });
    expect(await marksOf(learner)).toHaveLength(2);
    expect(
      await rows('SELECT 1 FROM key_correction WHERE organisation_id = $1 AND item_version_id = $2', [
        northgate.organisationId,
        (await page()).itemVersionId,
      ]),
    ).toHaveLength(1);
  });

  it('can be mended once more, back to the published key', async () => {
    const { attemptId } = await submitted(app, learner, wronged(learner));
    await mend();
    app.clock.forward(1);
    expect(await mend(item.key)).toMatchObject({ changed: 1, keptPasses: 1 });
    const result = await read(attemptId);
    expect(result).toMatchObject({ passed: true, score: { raw: 4 } });
    expect(result.items.find(({ itemId }: { itemId: string }) => itemId === item.itemId)).toMatchObject({
      key: item.key,
      rationales: item.rationales,
    });
    expect(await marksOf(learner)).toHaveLength(3);
  });

  it('is in the audit log, with counts and without names', async () => {
    await submitted(app, learner, wronged(learner));
    const before = (await audited()).length;
    const { correctionId } = await mend();
    const entries = await audited();
    expect(entries).toHaveLength(before + 1);
    expect(entries).toContainEqual(
      expect.objectContaining({
        actor_person_id: educator.personId,
        detail: {
          itemVersionId: (await page()).itemVersionId,
          correctionId,
          attempts: 1,
          changed: 1,
          newPasses: 1,
          keptPasses: 0,
        },
      }),
    );
  });

  it('reaches every version that holds the same edition', async () => {
    const { pathId, moduleId, moduleCode, markingDocument } = version;
    const next = await aPublishedVersion(app, {
      pathId,
      moduleId,
      moduleCode,
      minor: 1,
      items: markingDocument.items,
      size: 5,
      passMark: 5,
    });
    await submitted(app, learner, wronged(learner));
    const other = await aMember(app, northgate);
    const second = await submitted(app, other, wronged(other, next));
    expect((await page()).versions).toEqual(['1.1', '1.0']);
    expect(await mend()).toMatchObject({ attempts: 2, newPasses: 2 });
    expect(await read(second.attemptId, other)).toMatchObject({ passed: true });
  });

  it('changes nothing in another organisation', async () => {
    const stranger = await aMember(app, fellside);
    const { attemptId } = await submitted(app, stranger, wronged(stranger));
    expect(await mend()).toMatchObject({ attempts: 0 });
    expect(await read(attemptId, stranger)).toMatchObject({ passed: false, remarked: false });
    expect(await submitted(app, stranger, wronged(stranger))).toMatchObject({ passed: false });
  });

  it('does not reach a person’s tries of another organisation, and credits them once in all', async () => {
    await aMember(app, fellside, { personId: learner.personId });
    const there = { ...learner, token: await aSession(app, learner.personId, fellside.organisationId) };
    const [here, elsewhere] = [
      await submitted(app, learner, wronged(learner)),
      await submitted(app, there, aTry(there, version)),
    ];
    expect(elsewhere.credit.outcome).toBe('awarded');
    expect(await mend()).toMatchObject({ attempts: 1, newPasses: 1 });
    expect(await read(here.attemptId)).toMatchObject({ passed: true, credit: { reason: 'already-awarded' } });
    expect(await rows('SELECT 1 FROM completion WHERE person_id = $1', [learner.personId])).toHaveLength(2);
  });

  it('reaches more tries than are read at once, credits in the order they came, and is still all or nothing', async () => {
    const first = await submitted(app, learner, wronged(learner));
    // As many more of somebody else's, passed in spite of it, and then again the learner's.
    const crowd = await aMember(app, northgate);
    const passed = await submitted(app, crowd, wronged(crowd));
    await manyMore(passed.attemptId, 2 * TRIES_AT_ONCE);
    app.clock.forward(60);
    const last = await submitted(app, learner, wronged(learner));
    const attempts = 2 * TRIES_AT_ONCE + 3;
    const { itemVersionId } = await page();
    const sizes = await app.system(async (tx) => {
      const seen: number[] = [];
      const edition = { itemVersionId, itemId: item.itemId };
      for await (const batch of app.nest.get(AttemptStore).thatDrew(tx, northgate.organisationId, edition))
        seen.push(batch.length);
      return seen;
    });
    expect(sizes).toEqual([TRIES_AT_ONCE, TRIES_AT_ONCE, 3]);

    const mendInserts = await failInserts(app, 'audit_event');
    expect((await post({ key: RIGHT_NOW, reason: 'Two readers agree' })).status).toBe(500);
    await mendInserts();
    expect(await marksOf(learner)).toHaveLength(2);

    expect(await mend()).toMatchObject({ attempts, changed: attempts, newPasses: 3, keptPasses: 0 });
    expect(await read(first.attemptId)).toMatchObject({ passed: true, credit: { outcome: 'awarded' } });
    expect(await read(last.attemptId)).toMatchObject({ passed: true, credit: { reason: 'already-awarded' } });
    const again = await rows(
      'SELECT 1 FROM mark m JOIN attempt a ON a.id = m.attempt_id WHERE a.version_id = $1 AND m.sequence = 2',
      [version.versionId],
    );
    expect(again).toHaveLength(attempts);
  });

  it('overlooks no try that is submitted meanwhile', async () => {
    const members = await Promise.all(Array.from({ length: 6 }, () => aMember(app, northgate)));
    const [done] = await Promise.all([mend(), ...members.map((member) => submitted(app, member, wronged(member)))]);
    expect(done).toHaveProperty('correctionId');
    for (const member of members) {
      const [latest] = (await marksOf(member)).toReversed();
      expect(latest).toMatchObject({ passed: true });
    }
  });

  it('is all or nothing', async () => {
    await submitted(app, learner, wronged(learner));
    const mendInserts = await failInserts(app, 'statement_outbox');
    expect((await post({ key: RIGHT_NOW, reason: 'Two readers agree' })).status).toBe(500);
    await mendInserts();
    expect(await marksOf(learner)).toHaveLength(1);
    expect(await rows('SELECT 1 FROM completion WHERE person_id = $1', [learner.personId])).toEqual([]);
    expect((await page()).corrections).toEqual([]);
  });
});

describe('a key that does not fit', () => {
  const of = (kind: MarkingItem['kind']) => quizItems('c').find((one) => one.kind === kind)!;
  it.each<[string, MarkingItem, Key, number, string, string]>([
    [
      'another kind',
      of('single-best-answer'),
      { kind: 'multiple-response', optionIds: ['a'] },
      400,
      'invalid-request',
      'key.kind',
    ],
    [
      'an unknown option',
      of('single-best-answer'),
      { kind: 'single-best-answer', optionId: 'z' },
      422,
      'unknown-option',
      'key.optionId',
    ],
    [
      'an unknown option in a set',
      of('multiple-response'),
      { kind: 'multiple-response', optionIds: ['a', 'z'] },
      422,
      'unknown-option',
      'key.optionIds.1',
    ],
    [
      'an option twice',
      of('multiple-response'),
      { kind: 'multiple-response', optionIds: ['a', 'a'] },
      422,
      'too-many-options',
      'key.optionIds',
    ],
    [
      'no option',
      of('multiple-response'),
      { kind: 'multiple-response', optionIds: [] },
      400,
      'invalid-request',
      'key.optionIds',
    ],
    [
      'half an order',
      of('ordering'),
      { kind: 'ordering', optionIds: ['a', 'b'] },
      400,
      'invalid-request',
      'key.optionIds',
    ],
    [
      'a prompt without a pair',
      of('matching'),
      { kind: 'matching', pairs: [{ promptId: 'p1', optionId: 'a' }] },
      400,
      'invalid-request',
      'key.pairs',
    ],
    [
      'an unknown prompt',
      of('matching'),
      { kind: 'matching', pairs: [{ promptId: 'p9', optionId: 'a' }] },
      422,
      'unknown-option',
      'key.pairs.0.promptId',
    ],
    [
      'a prompt twice',
      of('matching'),
      { kind: 'matching', pairs: ['p1', 'p1', 'p2', 'p3'].map((promptId) => ({ promptId, optionId: 'a' })) },
      422,
      'too-many-options',
      'key.pairs',
    ],
  ])('with %s is refused and changes nothing', async (_, published, key, status, code, field) => {
    const five = quizItems('c')
      .filter(({ kind }) => kind !== published.kind)
      .slice(0, 5);
    const special = await aPublishedVersion(app, {
      items: [published, ...five].map((one) => ({ ...one, itemId: randomUUID() })),
    });
    for (const end of ['', '/preview']) {
      const { body } = await app
        .as(educator.token)
        .post(`${await address(special)}${end}`)
        .send({ key, reason: 'Because' })
        .expect(status);
      expect(body).toMatchObject({ code, faults: [{ field }] });
    }
    expect((await page(special)).corrections).toEqual([]);
  });

  it('is refused when the item is marked by it already', async () => {
    const { body } = await app
      .as(educator.token)
      .post(await address())
      .send({ key: item.key, reason: 'Because' })
      .expect(409);
    expect(body.code).toBe('already-done');
  });

  it('needs a reason', async () => {
    const { body } = await app
      .as(educator.token)
      .post(await address())
      .send({ key: RIGHT_NOW, reason: '  ' })
      .expect(400);
    expect(body).toMatchObject({ faults: [{ field: 'reason' }] });
  });
});

describe('who may mend', () => {
  it.each([
    ['a learner', []],
    ['a reviewer', ['reviewer' as const]],
    ['a lead and administrator', ['cpd-lead' as const, 'team-manager' as const, 'administrator' as const]],
  ])('not %s', async (_, roles) => {
    const member = await aMember(app, northgate, { roles: roles.map((role) => ({ role })) });
    const at = await address();
    await app.as(member.token).get(`/api/v1/educator/versions/${version.versionId}/items/${item.itemId}`).expect(403);
    await app.as(member.token).post(at).send({ key: RIGHT_NOW, reason: 'Because' }).expect(403);
    await app.as(member.token).post(`${at}/preview`).send({ key: RIGHT_NOW }).expect(403);
  });

  it('not an educator of another organisation, for whom its item does not exist', async () => {
    const theirs = await aVersion({ organisationId: northgate.organisationId });
    const stranger = await aMember(app, fellside, { roles: [{ role: 'educator' }] });
    const at = await address(theirs);
    await app
      .as(stranger.token)
      .get(`/api/v1/educator/versions/${theirs.versionId}/items/${theirs.markingDocument.items[0]!.itemId}`)
      .expect(404);
    await app.as(stranger.token).post(at).send({ key: RIGHT_NOW, reason: 'Because' }).expect(404);
    await app.as(stranger.token).post(`${at}/preview`).send({ key: RIGHT_NOW }).expect(404);
    expect((await page(theirs)).corrections).toEqual([]);
  });

  it('nobody an item that is not there, or not in this version', async () => {
    const other = await aVersion();
    await app.as(educator.token).get(`/api/v1/educator/versions/${other.versionId}/items/${item.itemId}`).expect(404);
    await app
      .as(educator.token)
      .post(`/api/v1/educator/item-versions/${randomUUID()}/re-marks`)
      .send({ key: RIGHT_NOW, reason: 'Because' })
      .expect(404);
  });
});

it('takes a naughty reason as it is written, or refuses it by name', async () => {
  for (const reason of NAUGHTY) {
    const special = await aVersion();
    const { status, body } = await post({ key: RIGHT_NOW, reason }, special);
    if (status === 400) expect(body).toMatchObject({ faults: [{ field: 'reason' }] });
    else expect((await page(special)).corrections).toMatchObject([{ reason: reason.trim() }]);
  }
});
