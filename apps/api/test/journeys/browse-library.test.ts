import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ModuleSummary } from '@rounds/contracts/catalogue';
import { type APublishedVersion, aPublishedVersion, retire } from '../factories/content.ts';
import { type AMember, type AnOrganisation, aMember, anOrganisation } from '../factories/identity.ts';
import { quizItems } from '../factories/quiz-items.ts';
import { TestApp } from '../kit/test-app.ts';

let app: TestApp;
let ours: AnOrganisation;
let theirs: AnOrganisation;
let learner: AMember;
let stranger: AMember;

beforeAll(async () => {
  app = await TestApp.start();
  ours = await app.system((tx) => anOrganisation(tx));
  theirs = await app.system((tx) => anOrganisation(tx));
  learner = await aMember(app, ours);
  stranger = await aMember(app, theirs);
});
afterAll(() => app.stop());

const get = async (who: AMember, address: string, status = 200) =>
  (await app.as(who.token).get(`/api/v1/learner/${address}`).expect(status)).body;
const params = (query: Record<string, string | number>) =>
  new URLSearchParams(Object.entries(query).map(([key, value]): [string, string] => [key, String(value)]));
const search = (who: AMember, query: Record<string, string | number> = {}) =>
  get(who, `modules?${params(query).toString()}`);
const titles = async (who: AMember, query: Record<string, string | number>): Promise<string[]> =>
  (await search(who, query)).modules.map((module: ModuleSummary) => module.title);

/** Something a learner did in a version. */
const anEvent = (who: AMember, versionId: string, event: { kind: string; cardId?: string }) =>
  app.system((tx) =>
    tx.rows(
      `INSERT INTO learner_event (person_id, id, organisation_id, unit_id, kind, v, version_id, device_id, seq, occurred_at, zone, received_at, payload)
       VALUES ($1, $2, $3, $4, $5, 1, $6, $2, 1, $7, 'Europe/London', $7, $8)`,
      [who.personId, randomUUID(), who.organisationId, who.unitId, event.kind, versionId, app.clock.now(), event],
    ),
  );

const aStart = (who: AMember, of: APublishedVersion) =>
  app.system((tx) =>
    tx.rows(
      `INSERT INTO module_start (person_id, organisation_id, module_id, version_id, unit_id, staff_group, started_at)
       VALUES ($1, $2, $3, $4, $5, 'Nursing', $6)`,
      [who.personId, who.organisationId, of.moduleId, of.versionId, who.unitId, app.clock.now()],
    ),
  );

/** A try, and if it passed its completion, and its minutes if it has any. */
async function aTry(
  who: AMember,
  of: APublishedVersion,
  { passed = true, minutes = 0, on = '2026-08-06' } = {},
): Promise<string> {
  const attemptId = randomUUID();
  const at = new Date(`${on}T12:00:00Z`);
  await app.system(async (tx) => {
    await tx.rows(
      `INSERT INTO attempt (person_id, id, organisation_id, version_id, try_number, responses, content_hash, device_id, occurred_at, zone, received_at)
       VALUES ($1, $2, $3, $4, 1, '[]', '\\x00', $2, $5, 'Europe/London', $5)`,
      [who.personId, attemptId, who.organisationId, of.versionId, at],
    );
    await tx.rows(
      `INSERT INTO mark (person_id, attempt_id, sequence, organisation_id, raw, max, pass_mark, passed, safety_item_missed, item_marks, credit, marked_at)
       VALUES ($1, $2, 1, $3, 6, 6, 4, $4, false, '[]', '{}', $5)`,
      [who.personId, attemptId, who.organisationId, passed, at],
    );
    if (!passed) return;
    const completionId = randomUUID();
    await tx.rows(
      `INSERT INTO completion (id, person_id, organisation_id, unit_id, organisation_name, unit_name, staff_group, module_id, version_id, version_label,
         module_title, path_id, path_title, round, major, attempt_id, reviewed_by, occurred_at, zone, completed_on,
         organisation_day, received_at)
       VALUES ($1, $2, $3, $4, 'Here', 'Ward', 'Nursing', $5, $6, '1.0', 'Title', $7, 'Path', 1, 1, $8, NULL, $9, 'Europe/London', $10, $10, $9)`,
      [
        completionId,
        who.personId,
        who.organisationId,
        who.unitId,
        of.moduleId,
        of.versionId,
        of.pathId,
        attemptId,
        at,
        on,
      ],
    );
    if (minutes === 0) return;
    await tx.rows(
      `INSERT INTO cpd_record (id, person_id, organisation_id, completion_id, module_id, version_id, round, activity_title, provider, credit_minutes,
         reviewed_by, standards, completed_on, awarded_at) VALUES ($1, $2, $3, $1, $4, $5, 1, 'Title', 'Rounds library', $6, NULL, '[]', $7, $8)`,
      [completionId, who.personId, who.organisationId, of.moduleId, of.versionId, minutes, on, at],
    );
  });
  return attemptId;
}

describe('searching the library', () => {
  const words = { pathId: randomUUID(), pathTitle: 'Words' };
  beforeAll(async () => {
    const make = (position: number, document: object) =>
      aPublishedVersion(app, { ...words, pathPosition: 50, position, document });
    await make(1, {
      title: 'Ptarmigans in winter',
      summary: 'A bird that turns white.',
      minutes: 5,
      level: 'advanced',
      audience: ['managers'],
    });
    await make(2, {
      title: 'White coats',
      summary: 'Some say a ptarmigan wears one.',
      minutes: 9,
      capabilities: [{ framework: 'HEE', code: 'a:1' }],
    });
    await make(3, { title: 'Dosing charts', summary: 'Reading doses.', minutes: 7 });
  });

  it('finds words in any form, titles first', async () => {
    expect(await titles(learner, { q: 'ptarmigan' })).toEqual(['Ptarmigans in winter', 'White coats']);
    expect(await titles(learner, { q: 'dose' })).toEqual(['Dosing charts']);
  });

  it('finds by the beginning of the word being typed', async () => {
    expect((await titles(learner, { q: 'white ptarm' })).toSorted()).toEqual(['Ptarmigans in winter', 'White coats']);
    expect(await titles(learner, { q: 'coats ptarm' })).toEqual(['White coats']);
  });

  it('takes quotes, or, and minus as web searches do', async () => {
    expect(await titles(learner, { q: '"turns white"' })).toEqual(['Ptarmigans in winter']);
    expect(await titles(learner, { q: 'ptarmigan -coats' })).toEqual(['Ptarmigans in winter']);
    expect(await titles(learner, { q: 'winter or charts' })).toHaveLength(2);
  });

  it.each([
    [{ minutes: 5 }, ['Ptarmigans in winter']],
    [{ level: 'advanced' }, ['Ptarmigans in winter']],
    [{ audience: 'managers' }, ['Ptarmigans in winter']],
    [{ capability: 'HEE:a:1' }, ['White coats']],
    [{ q: 'white', minutes: 6 }, ['Ptarmigans in winter']],
    [{ q: 'white', minutes: 4 }, []],
    [{ capability: 'HEE:a' }, []],
    [{ capability: 'HEE\0:a' }, []],
  ])('filters by %p', async (query, expected) => {
    expect(await titles(learner, query)).toEqual(expected);
  });

  it.each([
    "'; DROP TABLE module_version; --",
    '" or 1=1',
    '((((',
    '!!',
    '&|<->:*',
    '\\',
    '%',
    '_',
    '\0',
    'a\0b',
    '𝒳',
    '﷽',
    '🏥',
    '\u202Eabc',
    '<script>alert(1)</script>',
    '-',
    '"',
    "''",
    ':*',
    'the',
    'ＦＵＬＬ',
    '\u0301',
    'x'.repeat(200),
    '1e309',
    'NULL',
    '$1',
    '${7*7}',
  ])('takes %p as words, and does no harm', async (q) => {
    const { modules } = await search(learner, { q });
    expect(Array.isArray(modules)).toBe(true);
  });

  it.each([
    { q: 'x'.repeat(201) },
    { minutes: 'ten' },
    { minutes: 0 },
    { minutes: 1.5 },
    { level: 'wizard' },
    { audience: "'" },
  ])('refuses %p, naming the field', async (query) => {
    const body = await get(learner, `modules?${params(query).toString()}`, 400);
    expect(body).toMatchObject({ code: 'invalid-request', faults: [{ field: `query.${Object.keys(query)[0]}` }] });
  });

  it('names the values that the filters can take', async () => {
    const { capabilities, levels, audiences } = await search(learner, { q: 'nothing at all' });
    expect(capabilities).toEqual([
      { framework: 'ADHT', code: '4.1' },
      { framework: 'HEE', code: 'a:1' },
    ]);
    expect(levels).toEqual(['foundation', 'advanced']);
    expect(audiences).toEqual(['clinicians', 'managers']);
  });

  describe('in pages', () => {
    beforeAll(async () => {
      const pathId = randomUUID();
      for (let i = 0; i < 45; i += 1) {
        await aPublishedVersion(app, {
          pathId,
          pathPosition: 60,
          position: i % 7,
          document: { title: `Flock of ${i}` },
        });
      }
    });

    it.each([{}, { q: 'flock' }])('leaves nothing out and repeats nothing: %p', async (query) => {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: { modules: ModuleSummary[]; nextCursor: string | null } = await search(learner, {
          ...query,
          ...(cursor === null ? {} : { cursor }),
        });
        expect(page.modules.length).toBeLessThanOrEqual(20);
        seen.push(...page.modules.map(({ moduleId }) => moduleId));
        cursor = page.nextCursor;
      } while (cursor !== null && seen.length < 500);
      expect(new Set(seen).size).toBe(seen.length);
      const [{ count } = { count: 0 }] = await app.system((tx) =>
        tx.composed<{ count: number }>(`SELECT count(*)::int FROM module_version WHERE title LIKE $1`, [
          'q' in query ? 'Flock%' : '%',
        ]),
      );
      expect(seen.length).toBe(count);
    });
  });

  it.each([
    '%00',
    'nonsense',
    Buffer.from('["x","y"]').toString('base64url'),
    Buffer.from('[1,2,3,4]').toString('base64url'),
    Buffer.from('[1e308,"0f9619ff-8b86-4d01-b42d-00c04fc964ff"]').toString('base64url'),
  ])('begins anew with the cursor %p', async (cursor) => {
    const first = await search(learner, { q: 'ptarmigan' });
    expect((await search(learner, { q: 'ptarmigan', cursor })).modules).toEqual(first.modules);
  });

  it('shows the latest version alone, and none that was taken back', async () => {
    const old = await aPublishedVersion(app, { document: { title: 'Wrybill one' } });
    const next = await aPublishedVersion(app, {
      moduleId: old.moduleId,
      pathId: old.pathId,
      minor: 10,
      document: { title: 'Wrybill two' },
    });
    await aPublishedVersion(app, {
      moduleId: old.moduleId,
      pathId: old.pathId,
      minor: 9,
      document: { title: 'Wrybill between' },
    });
    expect(await titles(learner, { q: 'wrybill' })).toEqual(['Wrybill two']);
    await app.system((tx) => retire(tx, next.versionId, app.clock.now()));
    expect(await titles(learner, { q: 'wrybill' })).toEqual([]);
    await get(learner, `modules/${old.moduleId}`, 404);
    await get(learner, `paths/${old.pathId}`, 404);
  });
});

describe('what an organisation made for itself', () => {
  it('is found by its own people, and does not exist for others', async () => {
    const own = await aPublishedVersion(app, {
      organisationId: ours.organisationId,
      document: { title: 'Our own goshawk' },
    });
    expect(await titles(learner, { q: 'goshawk' })).toEqual(['Our own goshawk']);
    await get(learner, `modules/${own.moduleId}`);
    await get(learner, `paths/${own.pathId}`);
    expect(await titles(stranger, { q: 'goshawk' })).toEqual([]);
    expect((await get(stranger, `modules/${own.moduleId}`, 404)).code).toBe('not-found');
    expect((await get(stranger, `paths/${own.pathId}`, 404)).code).toBe('not-found');
  });

  it('and the library are closed to one who is signed out', async () => {
    for (const address of ['modules', `modules/${randomUUID()}`, `paths/${randomUUID()}`]) {
      const { body } = await app.as().get(`/api/v1/learner/${address}`).expect(401);
      expect(body.code).toBe('signed-out');
    }
  });
});

describe('a learning path', () => {
  it('lists its modules in order, with their minutes together and how each stands', async () => {
    const pathId = randomUUID();
    const second = await aPublishedVersion(app, { pathId, position: 2, pathPosition: 70, document: { minutes: 9 } });
    const first = await aPublishedVersion(app, { pathId, position: 1, pathPosition: 70, document: { minutes: 5 } });
    const third = await aPublishedVersion(app, { pathId, position: 3, pathPosition: 70 });
    await aStart(learner, second);
    await aTry(learner, first);
    const path = await get(learner, `paths/${pathId}`);
    expect(path).toMatchObject({ title: 'Starting out', summary: 'What to know first.', minutes: 20 });
    expect(
      path.modules.map(({ moduleId, state, completedOn }: ModuleSummary) => ({ moduleId, state, completedOn })),
    ).toEqual([
      { moduleId: first.moduleId, state: 'completed', completedOn: '2026-08-06' },
      { moduleId: second.moduleId, state: 'started', completedOn: null },
      { moduleId: third.moduleId, state: 'not-started', completedOn: null },
    ]);
    for (const other of [stranger, await aMember(app, ours)]) {
      const { modules } = await get(other, `paths/${pathId}`);
      expect(modules.map(({ state }: ModuleSummary) => state)).toEqual(['not-started', 'not-started', 'not-started']);
    }
  });
});

describe('a module page', () => {
  it('tells what it takes, teaches, rests on, and who vouches for it', async () => {
    const items = quizItems('why-it-matters').map((item, i) => ({ ...item, safetyCritical: i < 2 }));
    const version = await aPublishedVersion(app, { items, document: { contentWarning: 'It speaks of harm.' } });
    const page = await get(learner, `modules/${version.moduleId}`);
    const { outcomes, standards, references, author, aiUse } = version.learnerDocument;
    expect(page).toMatchObject({
      version: '1.0',
      publishedOn: '2026-03-02',
      retired: false,
      outcomes,
      standards,
      references,
      author,
      aiUse,
      minutes: 6,
      kilobytes: 2,
      reviewBy: '2028-01-01',
      reviewOverdue: false,
      contentWarning: 'It speaks of harm.',
      cardCount: 3,
      state: 'not-started',
      quiz: { size: 6, passMark: 4, safetyCriticalItems: 2 },
      resume: null,
      lastAttemptId: null,
      lastAttemptPassed: null,
      reviewedBy: { name: 'Rowan Ashdown', role: 'Consultant physician', on: '2026-02-01', where: 'file' },
      credit: { counts: true, reason: null, nextRoundFrom: null },
    });
  });

  it('says where to go on, whichever card was seen last', async () => {
    const version = await aPublishedVersion(app);
    const resume = async () => (await get(learner, `modules/${version.moduleId}`)).resume;
    await anEvent(learner, version.versionId, { kind: 'module-opened' });
    expect(await resume()).toEqual({ cardNumber: 1, quiz: false });
    await anEvent(learner, version.versionId, { kind: 'card-viewed', cardId: 'why-it-matters' });
    await anEvent(learner, version.versionId, { kind: 'card-viewed', cardId: 'why-it-matters' });
    expect(await resume()).toEqual({ cardNumber: 2, quiz: false });
    await anEvent(learner, version.versionId, { kind: 'card-viewed', cardId: 'decide' });
    await anEvent(learner, version.versionId, { kind: 'card-viewed', cardId: 'check-it' });
    expect(await resume()).toEqual({ cardNumber: 3, quiz: true });
    expect((await get(stranger, `modules/${version.moduleId}`)).resume).toBeNull();
  });

  it('names the last try and whether it passed', async () => {
    const version = await aPublishedVersion(app);
    const failed = await aTry(learner, version, { passed: false, on: '2026-08-01' });
    expect(await get(learner, `modules/${version.moduleId}`)).toMatchObject({
      lastAttemptId: failed,
      lastAttemptPassed: false,
    });
    const passed = await aTry(learner, version, { on: '2026-08-02' });
    expect(await get(learner, `modules/${version.moduleId}`)).toMatchObject({
      lastAttemptId: passed,
      lastAttemptPassed: true,
      state: 'completed',
    });
    expect(await get(stranger, `modules/${version.moduleId}`)).toMatchObject({
      lastAttemptId: null,
      state: 'not-started',
    });
  });

  it('says when minutes were earned already, and from when they can be again', async () => {
    const version = await aPublishedVersion(app);
    await aTry(learner, version, { minutes: 6, on: '2026-08-06' });
    const credit = async () => (await get(learner, `modules/${version.moduleId}`)).credit;
    expect(await credit()).toEqual({ counts: false, reason: 'already-awarded', nextRoundFrom: '2027-08-06' });
    await aPublishedVersion(app, { moduleId: version.moduleId, pathId: version.pathId, major: 2 });
    expect(await credit()).toEqual({ counts: true, reason: null, nextRoundFrom: null });
  });

  it('says that nobody has reviewed it, and that it earns no minutes till then', async () => {
    const version = await aPublishedVersion(app, { reviewedBy: null });
    expect(await get(learner, `modules/${version.moduleId}`)).toMatchObject({
      reviewedBy: null,
      credit: { counts: false, reason: 'not-reviewed', nextRoundFrom: null },
    });
  });

  it('is past its review from the day after the date', async () => {
    const version = await aPublishedVersion(app, { document: { reviewBy: '2026-09-01' } });
    const overdue = async () => (await get(learner, `modules/${version.moduleId}`)).reviewOverdue;
    app.clock.set('2026-09-01T22:59:00Z');
    expect(await overdue()).toBe(false);
    app.clock.set('2026-09-01T23:01:00Z');
    expect(await overdue()).toBe(true);
  });

  it('of a retired module stays for people with records of it', async () => {
    const version = await aPublishedVersion(app);
    await aTry(learner, version);
    await app.system((tx) => retire(tx, version.versionId, app.clock.now()));
    expect(await get(learner, `modules/${version.moduleId}`)).toMatchObject({ retired: true, state: 'completed' });
    await get(await aMember(app, ours), `modules/${version.moduleId}`, 404);
  });

  it.each([randomUUID(), 'nothing', "' OR 1=1 --"])('of %p does not exist', async (id) => {
    await get(learner, `modules/${encodeURIComponent(id)}`, 404);
    await get(learner, `paths/${encodeURIComponent(id)}`, 404);
  });
});
