import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CpdEntryDetail } from '@rounds/contracts/cpd-record';
import type { Today } from '@rounds/contracts/today';
import type { VersionState } from '@rounds/contracts/version';
import { aFailedTry, aTry, submitted } from '../factories/attempts.ts';
import { aPublishedVersion, type APublishedVersion, retire } from '../factories/content.ts';
import { anEvent, sendEvents, type SentEvent } from '../factories/events.ts';
import { type AMember, aMember, type AnOrganisation, anOrganisation, aSession } from '../factories/identity.ts';
import { statementsDuring } from '../kit/database.ts';
import { TestApp } from '../kit/test-app.ts';

let app: TestApp;
let northgate: AnOrganisation;
let fellside: AnOrganisation;
let learner: AMember;
const path = { pathId: randomUUID(), pathTitle: 'Working safely with AI' };
let modules: APublishedVersion[];

beforeAll(async () => {
  app = await TestApp.start();
  [northgate, fellside] = await app.system(async (tx) => [
    await anOrganisation(tx, { name: 'Northgate' }),
    await anOrganisation(tx, { name: 'Fellside' }),
  ]);
  modules = [];
  for (const position of [1, 2, 3])
    modules.push(await aPublishedVersion(app, { ...path, position, document: { title: `Module ${position}` } }));
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.set('2026-09-01T09:00:00Z');
  learner = await aMember(app, northgate);
});

const get = (address: string, member: AMember = learner) => app.as(member.token).get(`/api/v1/learner/${address}`);
const today = async (member: AMember = learner): Promise<Today> => (await get('today', member).expect(200)).body;
const stateOf = async (version: APublishedVersion, member: AMember = learner): Promise<VersionState> =>
  (await get(`versions/${version.versionId}/state`, member).expect(200)).body;
const pass = (version: APublishedVersion, at = '2026-09-01T08:55:00Z', member: AMember = learner) =>
  submitted(app, member, aTry(member, version, { at }));
const send = (...events: SentEvent[]) => sendEvents(app, learner, events);
const open = (version: APublishedVersion, overrides: SentEvent = {}) =>
  anEvent(version, { kind: 'module-opened', ...overrides });
const reflect = (completionId: string | null, learnt: string, overrides: SentEvent = {}) =>
  anEvent(modules[0]!, {
    kind: 'reflection-saved',
    versionId: undefined,
    completionId,
    learnt,
    means: 'For them',
    willDo: 'On Monday',
    ...overrides,
  });
async function atFellside(): Promise<AMember> {
  await aMember(app, fellside, { personId: learner.personId });
  return {
    ...learner,
    organisationId: fellside.organisationId,
    token: await aSession(app, learner.personId, fellside.organisationId),
  };
}

describe('the state of a version', () => {
  it('is empty before anything was done', async () => {
    expect(await stateOf(modules[0]!)).toEqual({
      progress: {
        viewedCardIds: [],
        lastCardId: null,
        checks: {},
        decisions: {},
        scenarios: {},
        notes: {},
        quizDraft: null,
      },
      nextTryNumber: 1,
      lastAttemptId: null,
      passedAttemptId: null,
      receipt: expect.stringMatching(/^r1\.[\w-]{94}$/),
    });
  });

  it('is derived from the events of all devices, whichever arrived first', async () => {
    const [version] = modules as [APublishedVersion];
    const [phone, desk] = [randomUUID(), randomUUID()];
    await send(
      anEvent(version, { deviceId: desk, kind: 'note-saved', text: 'Later, at the desk', at: '2026-09-01T08:40:00Z' }),
      anEvent(version, { deviceId: desk, cardId: 'decide', at: '2026-09-01T08:41:00Z' }),
    );
    await send(
      anEvent(version, {
        deviceId: phone,
        kind: 'note-saved',
        text: 'Earlier, on the phone',
        at: '2026-09-01T08:30:00Z',
      }),
      anEvent(version, { deviceId: phone, at: '2026-09-01T08:31:00Z' }),
    );
    const { progress } = await stateOf(version);
    expect(progress).toMatchObject({
      viewedCardIds: ['why-it-matters', 'decide'],
      lastCardId: 'decide',
      notes: { 'why-it-matters': 'Later, at the desk' },
    });
  });

  it('corrects a clock that ran ahead', async () => {
    const [version] = modules as [APublishedVersion];
    await send(anEvent(version, { kind: 'note-saved', text: 'A year ahead', at: '2027-09-01T08:00:00Z' }));
    app.clock.forward(5);
    await send(anEvent(version, { kind: 'note-saved', text: 'Five minutes later', at: '2026-09-01T09:05:00Z' }));
    expect((await stateOf(version)).progress.notes).toEqual({ 'why-it-matters': 'Five minutes later' });
  });

  it('numbers the next try, and drops the draft of one that was submitted', async () => {
    const [version] = modules as [APublishedVersion];
    const { itemId } = version.markingDocument.items[0]!;
    const draft = (tryNumber: number) =>
      anEvent(version, { kind: 'quiz-response-kept', tryNumber, response: { itemId, optionIds: ['a'], pairs: [] } });
    await send(draft(1));
    expect((await stateOf(version)).progress.quizDraft).toMatchObject({ tryNumber: 1 });
    const failed = await submitted(app, learner, aFailedTry(learner, version));
    expect(await stateOf(version)).toMatchObject({
      nextTryNumber: 2,
      lastAttemptId: failed.attemptId,
      passedAttemptId: null,
      progress: { quizDraft: null },
    });
    app.clock.forward(1);
    const passed = await submitted(app, learner, aTry(learner, version, { tryNumber: 7 }));
    app.clock.forward(1);
    const last = await submitted(app, learner, aFailedTry(learner, version, { tryNumber: 8 }));
    expect(await stateOf(version)).toMatchObject({
      nextTryNumber: 9,
      lastAttemptId: last.attemptId,
      passedAttemptId: passed.attemptId,
    });
  });

  it('is nobody else’s', async () => {
    await send(anEvent(modules[0]!));
    await pass(modules[0]!);
    const colleague = await aMember(app, northgate);
    expect(await stateOf(modules[0]!, colleague)).toMatchObject({
      progress: { viewedCardIds: [] },
      nextTryNumber: 1,
      lastAttemptId: null,
    });
  });

  it('does not exist for another organisation’s version, or for none', async () => {
    const theirs = await aPublishedVersion(app, { organisationId: fellside.organisationId });
    await get(`versions/${theirs.versionId}/state`).expect(404);
    await get(`versions/${randomUUID()}/state`).expect(404);
  });
});

describe('the CPD record', () => {
  it('holds this year so far, by path, latest first', async () => {
    const other = await aPublishedVersion(app, { pathTitle: 'Data foundations' });
    const [first, second] = [
      await pass(modules[0]!, '2026-03-05T10:00:00Z'),
      await pass(modules[1]!, '2026-05-06T10:00:00Z'),
    ];
    await pass(other, '2026-04-01T10:00:00Z');
    await send(reflect(first.completionId, 'A thing'));
    const { body } = await get('cpd-record').expect(200);
    expect(body).toMatchObject({
      year: 2026,
      years: [2026],
      from: '2026-01-01',
      to: '2026-09-01',
      creditMinutes: 18,
      paths: [
        {
          title: 'Working safely with AI',
          creditMinutes: 12,
          entries: [
            { title: 'Module 2', hasReflection: false },
            { title: 'Module 1', hasReflection: true },
          ],
        },
        { title: 'Data foundations', creditMinutes: 6 },
      ],
    });
    expect(body.paths[0].entries[0]).toEqual({
      completionId: second.completionId,
      moduleId: modules[1]!.moduleId,
      attemptId: second.attemptId,
      title: 'Module 2',
      provider: 'Rounds library',
      pathId: path.pathId,
      pathTitle: path.pathTitle,
      version: '1.0',
      round: 1,
      creditMinutes: 6,
      noMinutesReason: null,
      completedOn: '2026-05-06',
      organisationName: 'Northgate',
      reviewedBy: 'Rowan Ashdown, Consultant physician',
      hasReflection: false,
    });
  });

  it('turns the year in the organisation’s zone, and counts a completion by its civil date', async () => {
    const [late, early] = [await aPublishedVersion(app), await aPublishedVersion(app)];
    app.clock.set('2026-12-31T23:59:59Z');
    await submitted(app, learner, aTry(learner, early, { at: '2026-12-31T23:30:00Z' }));
    expect((await get('cpd-record').expect(200)).body).toMatchObject({
      year: 2026,
      to: '2026-12-31',
      creditMinutes: 6,
    });
    app.clock.set('2027-01-01T00:00:00Z');
    await submitted(app, learner, aTry(learner, late, { at: '2026-12-31T23:45:00Z', zone: 'Europe/Paris' }));
    expect((await get('cpd-record').expect(200)).body).toMatchObject({
      year: 2027,
      years: [2027, 2026],
      from: '2027-01-01',
      to: '2027-01-01',
      creditMinutes: 6,
    });
    expect((await get('cpd-record?year=2026').expect(200)).body).toMatchObject({
      year: 2026,
      to: '2026-12-31',
      creditMinutes: 6,
    });
    expect((await get('cpd-record?year=2020').expect(200)).body).toMatchObject({
      years: [2027, 2026],
      creditMinutes: 0,
      paths: [],
    });
  });

  it('says why a completion earned no minutes', async () => {
    const unread = await aPublishedVersion(app, { reviewedBy: null });
    await pass(unread);
    await pass(modules[0]!);
    const there = await atFellside();
    await pass(modules[0]!, '2026-09-01T08:56:00Z', there);
    const { body } = await get('cpd-record', there).expect(200);
    const entries = body.paths.flatMap((one: { entries: unknown[] }) => one.entries);
    expect(entries).toContainEqual(
      expect.objectContaining({
        creditMinutes: 0,
        noMinutesReason: 'not-reviewed',
        reviewedBy: null,
        moduleId: unread.moduleId,
      }),
    );
    expect(entries).toContainEqual(
      expect.objectContaining({ creditMinutes: 0, noMinutesReason: 'already-awarded', organisationName: 'Fellside' }),
    );
    expect(body.creditMinutes).toBe(6);
  });

  it('names the organisation whose module it was', async () => {
    const own = await aPublishedVersion(app, { organisationId: northgate.organisationId, reviewedBy: null });
    await pass(own);
    const there = await atFellside();
    for (const member of [learner, there])
      expect((await get('cpd-record', member).expect(200)).body.paths[0].entries[0]).toMatchObject({
        provider: 'Northgate',
      });
  });

  it.each(['1999', '2201', '2026.5', 'last', '20260'])('refuses the year %s', async (year) => {
    const { body } = await get(`cpd-record?year=${year}`).expect(400);
    expect(body).toMatchObject({ code: 'invalid-request', faults: [{ field: 'query.year' }] });
  });

  it('is nobody else’s', async () => {
    const lead = await aMember(app, northgate, {
      roles: [{ role: 'cpd-lead' }, { role: 'team-manager' }, { role: 'administrator' }],
    });
    const { completionId } = await pass(modules[0]!);
    expect((await get('cpd-record', lead).expect(200)).body).toMatchObject({ creditMinutes: 0, paths: [] });
    await get(`cpd-record/${completionId}`, lead).expect(404);
    await get(`cpd-record/${completionId}`, await aMember(app, fellside)).expect(404);
    await get(`cpd-record/${randomUUID()}`).expect(404);
  });

  it('opens to the detail of an entry, with its reflections', async () => {
    const { completionId } = await pass(modules[0]!, '2026-03-05T10:00:00Z');
    await send(
      reflect(completionId, 'First text', { at: '2026-09-01T08:50:00Z' }),
      reflect(completionId, 'Second text', { at: '2026-09-01T08:57:00.250Z', seq: 2 }),
    );
    const detail: CpdEntryDetail = (await get(`cpd-record/${completionId}`).expect(200)).body;
    expect(detail).toMatchObject({
      completionId,
      versionId: modules[0]!.versionId,
      completedAt: '2026-03-05T10:00:00.000Z',
      receivedAt: '2026-09-01T09:00:00.000Z',
      unitName: 'Northgate',
      standards: modules[0]!.learnerDocument.standards,
      hasReflection: true,
    });
    expect(
      detail.reflections.map(({ learnt, means, willDo, writtenAt }) => [learnt, means, willDo, writtenAt]),
    ).toEqual([
      ['Second text', 'For them', 'On Monday', '2026-09-01T08:57:00.250Z'],
      ['First text', 'For them', 'On Monday', '2026-09-01T08:50:00.000Z'],
    ]);
  });

  it('asks the database no more often for more entries', async () => {
    await pass(modules[0]!);
    const few = await statementsDuring(() => get('cpd-record').expect(200));
    for (const version of modules) await pass(version);
    expect(await statementsDuring(() => get('cpd-record').expect(200))).toBe(few);
  });
});

describe('today', () => {
  const REASON = 'the first module you have not finished, in the order of the learning path “Working safely with AI”.';
  // Modules of other tests come after this path, which alone is at position 0.
  beforeAll(() => app.system((tx) => tx.rows('UPDATE learning_path SET position = 0 WHERE id = $1', [path.pathId])));

  it('recommends the first module to a newcomer, and asks for nothing', async () => {
    expect(await today()).toMatchObject({
      date: '2026-09-01',
      continue: null,
      recommended: { module: { title: 'Module 1', state: 'not-started', minutes: 6 }, reason: `It is ${REASON}` },
      toReflect: [],
      toReflectCount: 0,
      year: { year: 2026, creditMinutes: 0 },
      answers: [],
    });
  });

  it('continues where I was last, and recommends the next', async () => {
    await send(
      open(modules[1]!, { at: '2026-09-01T08:10:00Z' }),
      open(modules[0]!, { at: '2026-09-01T08:20:00Z' }),
      anEvent(modules[0]!, { at: '2026-09-01T08:21:00Z' }),
    );
    expect(await today()).toMatchObject({
      continue: {
        moduleId: modules[0]!.moduleId,
        versionId: modules[0]!.versionId,
        title: 'Module 1',
        cardNumber: 2,
        cardCount: 3,
        minutesLeft: 5,
        quizSize: 6,
        atQuiz: false,
      },
      recommended: {
        module: { title: 'Module 2', state: 'started' },
        reason: `After the one you are in, it is ${REASON}`,
      },
    });
  });

  it('continues with the quiz once all cards were seen, and with nothing once it was passed', async () => {
    await send(...['why-it-matters', 'check-it', 'decide'].map((cardId) => anEvent(modules[0]!, { cardId })));
    expect((await today()).continue).toMatchObject({ atQuiz: true, cardNumber: 3, minutesLeft: 3 });
    await submitted(app, learner, aFailedTry(learner, modules[0]!));
    expect((await today()).continue).toMatchObject({ atQuiz: true });
    await pass(modules[0]!);
    expect(await today()).toMatchObject({ continue: null, recommended: { module: { title: 'Module 2' } } });
  });

  it('does not continue in a version that was taken back', async () => {
    const gone = await aPublishedVersion(app, { pathTitle: 'Elsewhere' });
    await send(open(gone), anEvent(gone));
    await app.system((tx) => retire(tx, gone.versionId, app.clock.now()));
    expect((await today()).continue).toBeNull();
  });

  it('lists the three latest completions without a reflection, and counts all', async () => {
    const four = [...modules, await aPublishedVersion(app)];
    const completions: (string | null)[] = [];
    for (const [i, version] of four.entries())
      completions.push((await pass(version, `2026-0${i + 3}-05T10:00:00Z`)).completionId);
    const before = await today();
    expect(before.toReflect.map(({ completionId, completedOn }) => [completionId, completedOn])).toEqual([
      [completions[3], '2026-06-05'],
      [completions[2], '2026-05-05'],
      [completions[1], '2026-04-05'],
    ]);
    expect(before).toMatchObject({ toReflectCount: 4, year: { creditMinutes: 24 } });
    await send(reflect(completions[3]!, 'Done'));
    const after = await today();
    expect(after).toMatchObject({ toReflectCount: 3 });
    expect(after.toReflect.map(({ completionId }) => completionId)).toEqual([
      completions[2],
      completions[1],
      completions[0],
    ]);
  });

  it('begins the day and the year in the organisation’s zone', async () => {
    app.clock.set('2026-06-30T23:30:00Z');
    expect((await today()).date).toBe('2026-07-01');
    app.clock.set('2026-12-31T23:30:00Z');
    expect(await today()).toMatchObject({ date: '2026-12-31', year: { year: 2026 } });
  });

  it('brings answers to problems I reported, for 30 days', async () => {
    const report = anEvent(modules[0]!, {
      kind: 'problem-reported',
      place: { kind: 'card', cardId: 'decide' },
      text: 'Which year?',
    });
    await send(report);
    const educator = await aMember(app, northgate, { roles: [{ role: 'educator' }] });
    await app.system(async (tx) => {
      const row = await tx.row<{ id: string }>('SELECT id FROM problem_report WHERE person_id = $1', [
        learner.personId,
      ]);
      await tx.rows(
        `INSERT INTO problem_answer (id, report_id, organisation_id, person_id, text, answered_at) VALUES ($1, $2, $3, $4, '2025, mended', '2026-09-02T09:00:00Z')`,
        [randomUUID(), row!.id, northgate.organisationId, educator.personId],
      );
    });
    app.clock.set('2026-10-02T08:59:59Z');
    expect((await today()).answers).toMatchObject([
      { title: 'Module 1', question: 'Which year?', answer: '2025, mended', answeredOn: '2026-09-02' },
    ]);
    expect((await today(await aMember(app, northgate))).answers).toEqual([]);
    app.clock.set('2026-10-02T09:00:00Z');
    expect((await today()).answers).toEqual([]);
  });

  it('shows nothing of a colleague or of another organisation', async () => {
    const theirs = await aPublishedVersion(app, { organisationId: fellside.organisationId, pathPosition: -1 });
    const there = await atFellside();
    expect((await today(there)).recommended?.module.moduleId).toBe(theirs.moduleId);
    await sendEvents(app, there, [open(theirs)]);
    await pass(modules[0]!, '2026-09-01T08:56:00Z', await aMember(app, northgate));
    expect(await today()).toMatchObject({
      continue: null,
      recommended: { module: { title: 'Module 1' } },
      toReflectCount: 0,
      year: { creditMinutes: 0 },
    });
  });

  it('asks the database a fixed number of times', async () => {
    await send(open(modules[0]!), anEvent(modules[0]!));
    const few = await statementsDuring(() => today());
    expect(few).toBeLessThanOrEqual(8);
    for (const version of modules.slice(1)) await pass(version);
    await send(...Array.from({ length: 50 }, () => anEvent(modules[0]!, { cardId: 'check-it' })));
    expect(await statementsDuring(() => today())).toBe(few);
  });
});
