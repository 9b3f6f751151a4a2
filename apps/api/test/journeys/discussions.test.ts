import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { readCpdRecord } from '@rounds/contracts/cpd-record';
import type { Discussion } from '@rounds/contracts/discussion';
import type { ResponseOf } from '@rounds/contracts/endpoint';
import { A_KIT, aPublishedVersion, type APublishedVersion } from '../factories/content.ts';
import { type AMember, aMember, type AnOrganisation, anOrganisation, aSession } from '../factories/identity.ts';
import { asOwner } from '../kit/database.ts';
import { TestApp } from '../kit/test-app.ts';

const DISCUSSIONS = '/api/v1/learner/discussions';
let app: TestApp;
let northgate: AnOrganisation;
let fellside: AnOrganisation;
let version: APublishedVersion;
let opener: AMember;
let colleague: AMember;

beforeAll(async () => {
  app = await TestApp.start();
  [northgate, fellside] = await app.system(async (tx) => [await anOrganisation(tx), await anOrganisation(tx)]);
  version = await aPublishedVersion(app);
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.set('2026-09-10T09:00:00Z');
  [opener, colleague] = [await aMember(app, northgate), await aMember(app, northgate)];
});

const open = async (member = opener, pathId = version.pathId): Promise<Discussion> =>
  (await app.as(member.token).post(DISCUSSIONS).send({ pathId }).expect(201)).body;
const confirming = (member: AMember, code: string, line = 'I will look first') =>
  app.as(member.token).post(`${DISCUSSIONS}/confirmations`).send({ code, line });
const confirm = async (member: AMember, code: string, line?: string): Promise<Discussion> =>
  (await confirming(member, code, line).expect(200)).body;
const record = async (member: AMember, year = 2026): Promise<ResponseOf<typeof readCpdRecord>> =>
  (await app.as(member.token).get(`/api/v1/learner/cpd-record?year=${year}`).expect(200)).body;

describe('the kit', () => {
  it('is read by everybody who can read the path', async () => {
    const { body } = await app.as(opener.token).get(`/api/v1/learner/paths/${version.pathId}/discussion`).expect(200);
    expect(body).toEqual({ pathId: version.pathId, title: version.learnerDocument.pathTitle, kit: A_KIT });
  });

  it('of another organisation’s path does not exist, and cannot be opened', async () => {
    const theirs = await aPublishedVersion(app, { organisationId: fellside.organisationId });
    await app.system((tx) =>
      tx.rows('UPDATE learning_path SET organisation_id = $1 WHERE id = $2', [fellside.organisationId, theirs.pathId]),
    );
    await app.as(opener.token).get(`/api/v1/learner/paths/${theirs.pathId}/discussion`).expect(404);
    await app.as(opener.token).post(DISCUSSIONS).send({ pathId: theirs.pathId }).expect(404);
    await app.as(opener.token).post(DISCUSSIONS).send({ pathId: randomUUID() }).expect(404);
  });
});

describe('a discussion', () => {
  it('gives minutes to nobody alone, and 15 to each once two have confirmed', async () => {
    const opened = await open();
    expect(opened).toMatchObject({ confirmed: 0, line: null, minutes: 0, on: '2026-09-10' });
    expect(await confirm(opener, opened.code)).toMatchObject({ confirmed: 1, minutes: 0 });
    expect((await record(opener)).discussions).toMatchObject([{ minutes: 0, line: 'I will look first' }]);
    expect(await confirm(colleague, opened.code.toLowerCase().replace('-', ' '), 'So will I')).toMatchObject({
      confirmed: 2,
      minutes: 15,
      line: 'So will I',
    });
    for (const member of [opener, colleague]) {
      const { discussions, creditMinutes } = await record(member);
      expect(discussions).toMatchObject([{ discussionId: opened.discussionId, on: '2026-09-10', minutes: 15 }]);
      expect(creditMinutes).toBe(0);
    }
    const { body } = await app.as(opener.token).get(`${DISCUSSIONS}/${opened.discussionId}`).expect(200);
    expect(body).toMatchObject({ confirmed: 2, line: 'I will look first', minutes: 15 });
  });

  it('counts nobody twice: one person alone stays alone, and the first line stays', async () => {
    const { code } = await open();
    await confirm(opener, code, 'First');
    expect(await confirm(opener, code, 'Second')).toMatchObject({ confirmed: 1, minutes: 0, line: 'First' });
    expect((await record(opener)).discussions).toHaveLength(1);
  });

  it('confirmed by all at once counts for all', async () => {
    const { code } = await open();
    const team = await Promise.all(Array.from({ length: 5 }, () => aMember(app, northgate)));
    await Promise.all(team.map((member) => confirm(member, code)));
    for (const member of team) expect((await record(member)).discussions).toMatchObject([{ minutes: 15 }]);
  });

  it('gives nothing to whoever opened it and did not confirm', async () => {
    const { code, discussionId } = await open();
    for (const member of [colleague, await aMember(app, northgate)]) await confirm(member, code);
    expect((await record(opener)).discussions).toEqual([]);
    const { body } = await app.as(opener.token).get(`${DISCUSSIONS}/${discussionId}`).expect(200);
    expect(body).toMatchObject({ confirmed: 2, minutes: 0, line: null });
  });

  it('keeps its minutes when one of two is erased', async () => {
    const { code } = await open();
    for (const member of [opener, colleague]) await confirm(member, code);
    await asOwner(
      app,
      `BEGIN; SET LOCAL rounds.scope = 'system'; SELECT erase_person('${colleague.personId}', NULL, 'Asked'); COMMIT`,
    );
    expect((await record(opener)).discussions).toMatchObject([{ minutes: 15 }]);
  });

  it('goes with the person: the record of another organisation shows it', async () => {
    const { code } = await open();
    for (const member of [opener, colleague]) await confirm(member, code);
    await aMember(app, fellside, { personId: opener.personId });
    const token = await aSession(app, opener.personId, fellside.organisationId);
    expect((await record({ ...opener, token })).discussions).toMatchObject([{ minutes: 15 }]);
  });

  it('opens its year in the record', async () => {
    app.clock.set('2025-12-31T23:30:00Z');
    const { code, on } = await open();
    for (const member of [opener, colleague]) await confirm(member, code);
    expect(on).toBe('2025-12-31');
    app.clock.set('2026-09-10T09:00:00Z');
    expect(await record(opener, 2025)).toMatchObject({ years: [2026, 2025], discussions: [{ minutes: 15 }] });
    expect((await record(opener)).discussions).toEqual([]);
  });
});

describe('a code', () => {
  it('is over with its day', async () => {
    const { code } = await open();
    app.clock.set('2026-09-10T22:59:00Z');
    await confirm(opener, code);
    app.clock.set('2026-09-10T23:01:00Z');
    const { body } = await confirming(colleague, code).expect(404);
    expect(body).toMatchObject({ code: 'not-found', title: 'No discussion has this code today' });
  });

  it('opens nothing in another organisation', async () => {
    const { code } = await open();
    await confirming(await aMember(app, fellside), code).expect(404);
  });

  it('is not found by guessing: after five wrong ones there is a wait, for the right one too', async () => {
    const { code } = await open();
    for (let guess = 0; guess < 5; guess += 1) await confirming(colleague, `AAA-AA${guess + 2}`).expect(404);
    const { body } = await confirming(colleague, code).expect(429);
    expect(body.code).toBe('too-many-tries');
    await confirm(opener, code);
    app.clock.forward(1);
    await confirm(colleague, code);
  });

  it('wants a line with it', async () => {
    const { code } = await open();
    for (const line of ['', '   ', 'x'.repeat(501), 'a\0b']) {
      const { body } = await confirming(opener, code, line).expect(400);
      expect(body).toMatchObject({ code: 'invalid-request', faults: [{ field: 'line' }] });
    }
  });
});

describe('who sees a discussion', () => {
  it('is its opener and those who confirmed, each with their own line alone', async () => {
    const opened = await open();
    const address = `${DISCUSSIONS}/${opened.discussionId}`;
    await app.as(colleague.token).get(address).expect(404);
    await confirm(colleague, opened.code, 'Mine alone');
    const seen = await app.as(opener.token).get(address).expect(200);
    expect(seen.text).not.toContain('Mine alone');
    expect((await app.as(colleague.token).get(address).expect(200)).body.line).toBe('Mine alone');
  });

  it('is no lead, no educator and no administrator', async () => {
    const opened = await open();
    await confirm(opener, opened.code);
    const roles = (['cpd-lead', 'team-manager', 'educator', 'reviewer', 'administrator'] as const).map((role) => ({
      role,
    }));
    const mighty = await aMember(app, northgate, { roles });
    await app.as(mighty.token).get(`${DISCUSSIONS}/${opened.discussionId}`).expect(404);
    expect((await record(mighty)).discussions).toEqual([]);
    expect(await app.db.read(mighty, (tx) => tx.rows('SELECT * FROM discussion_participant'))).toEqual([]);
  });

  it('is nobody of another organisation', async () => {
    const opened = await open();
    const stranger = await aMember(app, fellside);
    await app.as(stranger.token).get(`${DISCUSSIONS}/${opened.discussionId}`).expect(404);
    expect(await app.db.read(stranger, (tx) => tx.rows('SELECT * FROM discussion'))).toEqual([]);
  });
});
