import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { HandInAnswer, HandInContent, HandInFile } from '@rounds/contracts/hand-in';
import { toBase64url } from '@rounds/sealing/base64url';
import { sealHandIn } from '@rounds/sealing/seal-hand-in';
import { aFailedTry, aTry } from '../factories/attempts.ts';
import { type APublishedVersion, aPublishedVersion, retire } from '../factories/content.ts';
import { anEvent, sendEvents, type SentEvent } from '../factories/events.ts';
import { aHandIn, handInContent } from '../factories/hand-ins.ts';
import { type AMember, aMember, type AnOrganisation, anOrganisation, aSession } from '../factories/identity.ts';
import { failInserts } from '../kit/database.ts';
import { TestApp } from '../kit/test-app.ts';

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
  version = await aPublishedVersion(app);
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.set('2026-09-01T09:00:00Z');
  learner = await aMember(app, northgate);
});

const post = (file: unknown, { token }: AMember = learner) =>
  app
    .as(token)
    .post('/api/v1/learner/hand-ins')
    .send(file as object);
const titleOf = ({ moduleId }: APublishedVersion): string => `Module ${moduleId.slice(0, 8)}`;
const opened = (overrides: SentEvent = {}) => anEvent(version, { kind: 'module-opened', ...overrides });

/** Seals what is said with the learner's own device, and hands it in. */
async function handIn(overrides: Partial<HandInContent>, by: AMember = learner): Promise<HandInAnswer> {
  const file = await aHandIn(app, by, handInContent(by, overrides));
  return (await post(file, by).expect(200)).body;
}

const countsOf = (member: AMember = learner) =>
  app.system((tx) =>
    tx.row<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM learner_event WHERE person_id = $1) AS events,
         (SELECT count(*)::int FROM attempt WHERE person_id = $1) AS attempts,
         (SELECT count(*)::int FROM completion WHERE person_id = $1) AS completions,
         (SELECT count(*)::int FROM event_set_aside WHERE person_id = $1) AS "setAside",
         (SELECT count(*)::int FROM hand_in WHERE person_id = $1) AS "handIns",
         (SELECT count(*)::int FROM audit_event WHERE actor_person_id = $1 AND action = 'hand-in.accepted') AS audited`,
      [member.personId],
    ),
  );
const NOTHING = { events: 0, attempts: 0, completions: 0, setAside: 0, handIns: 0, audited: 0 };

describe('a hand-in file', () => {
  it('brings events and tries, each answered by itself', async () => {
    const [first, faulty] = [opened(), anEvent(version, { cardId: 'gone' })];
    const [passing, unfit] = [aTry(learner, version), { attemptId: 'no uuid' }];
    const answer = await handIn({ events: [first, faulty], attempts: [passing, unfit] });
    const moduleTitle = titleOf(version);
    expect(answer).toEqual({
      outcome: 'accepted',
      handedInAt: '2026-09-01T09:00:00.000Z',
      madeAt: '2026-09-01T08:58:00+00:00',
      events: [
        { id: first['id'], outcome: 'accepted', timedBy: 'device', kind: 'module-opened', moduleTitle },
        { id: faulty['id'], outcome: 'set-aside', reason: 'unknown-place', kind: 'card-viewed', moduleTitle },
      ],
      attempts: [
        { attemptId: passing.attemptId, outcome: 'accepted', moduleTitle, passed: true, timedBy: 'device' },
        { attemptId: 'no uuid', outcome: 'set-aside', reason: 'invalid-request', moduleTitle: null, passed: null },
      ],
    });
    expect(await countsOf()).toEqual({ events: 1, attempts: 1, completions: 1, setAside: 2, handIns: 1, audited: 1 });
    const [row] = await app.system((tx) => tx.rows('SELECT * FROM hand_in WHERE person_id = $1', [learner.personId]));
    expect(row).toMatchObject({
      organisation_id: northgate.organisationId,
      made_at: new Date('2026-09-01T08:58:00Z'),
      handed_in_at: new Date('2026-09-01T09:00:00Z'),
      accepted: 2,
      known: 0,
      set_aside: 2,
    });
  });

  it('is taken once: again, and sealed again, it changes nothing', async () => {
    const content = handInContent(learner, { events: [opened()], attempts: [aTry(learner, version)] });
    const file = await aHandIn(app, learner, content);
    await post(file).expect(200);
    const before = await countsOf();
    app.clock.forward(90);
    const { body: again } = await post(file).expect(200);
    expect(again).toEqual({
      outcome: 'known',
      handedInAt: '2026-09-01T09:00:00.000Z',
      madeAt: content.madeAt,
      events: [],
      attempts: [],
    });
    expect((await post(await aHandIn(app, learner, content)).expect(200)).body).toEqual(again);
    expect(await countsOf()).toEqual(before);
  });

  it('sent twice at once is taken once', async () => {
    const content = handInContent(learner, { events: [opened(), opened()], attempts: [aTry(learner, version)] });
    const file = await aHandIn(app, learner, content);
    const answers = await Promise.all([post(file), post(file), post(file)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await countsOf()).toEqual({ events: 2, attempts: 1, completions: 1, setAside: 0, handIns: 1, audited: 1 });
  });

  it('knows what its device sent by itself after all', async () => {
    const [sent, kept] = [opened(), opened()];
    const attempt = aFailedTry(learner, version);
    await sendEvents(app, learner, [sent]);
    await app.as(learner.token).post('/api/v1/learner/attempts').send(attempt).expect(200);
    const { events, attempts } = await handIn({ events: [sent, kept], attempts: [attempt, attempt] });
    expect(events.map(({ outcome }) => outcome)).toEqual(['known', 'accepted']);
    expect(attempts).toMatchObject(Array(2).fill({ outcome: 'known', passed: false }));
  });

  it('with the same try twice takes it once', async () => {
    const attempt = aTry(learner, version);
    const { attempts } = await handIn({ attempts: [attempt, attempt] });
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['accepted', 'known']);
  });

  it('broken off in the middle is taken to its end when it comes again', async () => {
    const file = await aHandIn(
      app,
      learner,
      handInContent(learner, { events: [opened()], attempts: [aTry(learner, version)] }),
    );
    const mend = await failInserts(app, 'completion');
    await post(file).expect(500);
    await mend();
    expect(await countsOf()).toEqual({ ...NOTHING, events: 1 });
    const { body } = await post(file).expect(200);
    expect(body).toMatchObject({
      outcome: 'accepted',
      events: [{ outcome: 'known' }],
      attempts: [{ outcome: 'accepted' }],
    });
  });

  it('with 2,000 events, and notes in them, is one request', async () => {
    const text = 'As long as a note may be. '.repeat(60);
    const events = Array.from({ length: 2000 }, (_, seq) => anEvent(version, { kind: 'note-saved', seq, text }));
    const { events: answers } = await handIn({ events });
    expect(answers.every(({ outcome }) => outcome === 'accepted')).toBe(true);
    expect(answers).toHaveLength(2000);
  });

  it('is bound in its times by its receipts', async () => {
    app.clock.set('2026-08-30T07:00:00Z');
    const state = await app.as(learner.token).get(`/api/v1/learner/versions/${version.versionId}/state`).expect(200);
    app.clock.set('2026-09-01T09:00:00Z');
    const at = (time: string) => [opened({ at: time }), aTry(learner, version, { at: time })] as const;
    const [before, between] = [at('2026-08-29T12:00:00Z'), at('2026-08-31T12:00:00Z')];
    const { events, attempts } = await handIn({
      events: [before[0], between[0]],
      attempts: [before[1], between[1]],
      receipts: [state.body.receipt],
    });
    expect(events.map(({ timedBy }) => timedBy)).toEqual(['arrival', 'device']);
    expect(attempts.map(({ timedBy }) => timedBy)).toEqual(['arrival', 'device']);
  });

  it('keeps a try that is refused, with the reason', async () => {
    const retired = await aPublishedVersion(app);
    await app.system((tx) => retire(tx, retired.versionId, new Date('2026-08-01T09:00:00Z')));
    const attempt = aTry(learner, retired);
    const { attempts } = await handIn({ attempts: [attempt] });
    expect(attempts).toMatchObject([
      { outcome: 'set-aside', reason: 'version-retired', moduleTitle: titleOf(retired) },
    ]);
    const rows = await app.system((tx) =>
      tx.rows('SELECT event_id, reason FROM event_set_aside WHERE person_id = $1', [learner.personId]),
    );
    expect(rows).toEqual([{ event_id: attempt.attemptId, reason: 'version-retired' }]);
  });
});

describe('a file', () => {
  const taken = async (file: unknown, status: number, code: string, by: AMember = learner) => {
    const { body } = await post(file, by).expect(status);
    expect(body.code).toBe(code);
    expect(await countsOf(by)).toEqual(NOTHING);
    return JSON.stringify(body);
  };

  it('of another person is refused, and nothing of it is told', async () => {
    const theirs = await aMember(app, northgate);
    const note = anEvent(version, { kind: 'note-saved', text: 'Only mine' });
    const file = await aHandIn(app, theirs, handInContent(theirs, { events: [note] }));
    const said = await taken(file, 403, 'file-not-yours');
    for (const secret of ['Only mine', theirs.personId, northgate.name, titleOf(version), String(note['id'])])
      expect(said).not.toContain(secret);
    expect(await countsOf(theirs)).toEqual(NOTHING);
  });

  it('of another organisation of the same person is refused, and says which', async () => {
    await aMember(app, fellside, { personId: learner.personId });
    const elsewhere = {
      ...learner,
      organisationId: fellside.organisationId,
      token: await aSession(app, learner.personId, fellside.organisationId),
    };
    const file = await aHandIn(app, elsewhere, handInContent(elsewhere, { events: [opened()] }));
    expect(await taken(file, 409, 'file-of-other-organisation')).toContain('Switch to Fellside');
    expect((await post(file, elsewhere).expect(200)).body).toMatchObject({ outcome: 'accepted' });
  });

  it('of an organisation that the person has left is refused without its name', async () => {
    const content = handInContent({ ...learner, organisationId: fellside.organisationId }, { events: [opened()] });
    const file = await aHandIn(app, learner, content);
    expect(await taken(file, 409, 'file-of-other-organisation')).not.toContain('Fellside');
    await aMember(app, fellside, { personId: learner.personId });
    await app.system((tx) =>
      tx.rows('UPDATE membership SET suspended_at = now() WHERE person_id = $1 AND organisation_id = $2', [
        learner.personId,
        fellside.organisationId,
      ]),
    );
    expect(await taken(file, 409, 'file-of-other-organisation')).not.toContain('Fellside');
  });

  it('of a suspended person asks to sign in', async () => {
    const file = await aHandIn(app, learner, handInContent(learner, { events: [opened()] }));
    await app.system((tx) =>
      tx.rows('UPDATE membership SET suspended_at = now() WHERE person_id = $1', [learner.personId]),
    );
    await taken(file, 401, 'signed-out');
  });

  it('of another version of the module library’s owner is set aside, not refused', async () => {
    const theirs = await aPublishedVersion(app, { organisationId: fellside.organisationId });
    const { events, attempts } = await handIn({ events: [anEvent(theirs)], attempts: [aTry(learner, theirs)] });
    expect(events).toMatchObject([{ outcome: 'set-aside', reason: 'unknown-version', moduleTitle: null }]);
    expect(attempts).toMatchObject([{ outcome: 'set-aside', reason: 'not-found', moduleTitle: null }]);
  });

  it.each<[string, (file: HandInFile) => Partial<HandInFile>]>([
    ['that was damaged', ({ sealed }) => ({ sealed: `${sealed.slice(0, 40)}AAAA${sealed.slice(44)}` })],
    ['that was cut short', ({ sealed }) => ({ sealed: sealed.slice(0, -8) })],
    ['that names another key', () => ({ keyId: 'another' })],
    ['with a key that is none', () => ({ ephemeralKey: 'AAAA' })],
    ['without content', () => ({ sealed: '' })],
  ])('%s cannot be opened', async (_, change) => {
    const file = await aHandIn(app, learner, handInContent(learner, { events: [opened()] }));
    await taken({ ...file, ...change(file) }, 422, 'file-not-readable');
  });

  it('sealed to another server cannot be opened', async () => {
    const { publicKey } = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
    const spki = toBase64url(new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)));
    const { keyId } = await aHandIn(app, learner, handInContent(learner));
    const file = await sealHandIn({ keyId, publicKey: spki }, handInContent(learner));
    await taken(file, 422, 'file-not-readable');
  });

  it.each<[string, object]>([
    ['no owner', { owner: undefined }],
    ['too many events', { events: Array(2001).fill({}) }],
    ['no list of tries', { attempts: 'all' }],
    ['no time', { madeAt: 'yesterday' }],
  ])('with %s in it is not readable', async (_, change) => {
    const content = { ...handInContent(learner), ...change } as HandInContent;
    await taken(await aHandIn(app, learner, content), 422, 'file-not-readable');
  });

  it.each<[string, (file: HandInFile) => unknown]>([
    ['of another format', (file) => ({ ...file, format: 'holiday-pictures' })],
    ['of a later form', (file) => ({ ...file, v: 2 })],
    ['that is none', () => ({})],
  ])('%s is refused', async (_, change) => {
    await taken(change(await aHandIn(app, learner, handInContent(learner))), 400, 'invalid-request');
  });

  it('larger than 5 MB is refused', async () => {
    const file = await aHandIn(app, learner, handInContent(learner));
    await taken({ ...file, sealed: 'A'.repeat(5_000_000) }, 413, 'body-too-large');
  });

  it('may be larger than anything else is', async () => {
    await app
      .as(learner.token)
      .post('/api/v1/learner/events')
      .send({ events: [{ text: 'x'.repeat(1_100_000) }] })
      .expect(413);
    const events = [{ id: randomUUID(), text: 'x'.repeat(1_100_000) }];
    expect(await handIn({ events })).toMatchObject({ events: [{ outcome: 'set-aside', reason: 'not-readable' }] });
  });

  it('nested beyond reason is read as far as is useful', async () => {
    const deep = JSON.parse(`${'['.repeat(1500)}${']'.repeat(1500)}`);
    expect(await handIn({ events: [{ id: 'deep', deep }], attempts: [{ deep }] })).toMatchObject({
      outcome: 'accepted',
    });
  });
});
