import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  type AMember,
  type AnOrganisation,
  aMember,
  anOrganisation,
  aPassword,
  aSession,
  PASSWORD,
} from '../factories/identity.ts';
import { TestApp } from '../kit/test-app.ts';

const START = '2026-09-01T09:00:00Z';
let app: TestApp;
let northgate: AnOrganisation;
let fellside: AnOrganisation;
let nurse: AMember;
const email = `${randomUUID()}@trust.test`;

beforeAll(async () => {
  app = await TestApp.start();
  [northgate, fellside] = await app.system(async (tx) => [await anOrganisation(tx), await anOrganisation(tx)] as const);
  nurse = await aMember(app, northgate, { email });
  await aPassword(app, nurse.personId);
});
afterAll(() => app.stop());
beforeEach(() => app.clock.set(START));

async function signedIn(body: object = {}, identifier = email): Promise<string> {
  const { headers } = await app
    .as()
    .post('/api/v1/visitor/session')
    .set('user-agent', 'Mozilla/5.0 (Android 15) Firefox/145.0')
    .send({ identifier, password: PASSWORD, ...body })
    .expect(200);
  return /^rounds=([^;]+)/.exec(String((headers['set-cookie'] as unknown as string[])[0]))![1]!;
}
const me = (token: string) => app.as(token).get('/api/v1/person/me');

describe('a session on an own device', () => {
  it('ends after half a day without use: holds just before, not at the instant', async () => {
    const [one, other] = [await signedIn(), await signedIn()];
    app.clock.set('2026-09-01T20:59:59.999Z');
    await me(one).expect(200);
    app.clock.set('2026-09-01T21:00:00Z');
    const { body } = await me(other).expect(401);
    expect(body.code).toBe('signed-out');
    await me(one).expect(200);
  });

  it('ends after 30 days however much it is used', async () => {
    const token = await signedIn();
    for (let at = Date.parse(START); at < Date.parse('2026-10-01T08:59:59.999Z'); at += 11 * 3_600_000) {
      app.clock.set(new Date(at));
      await me(token).expect(200);
    }
    app.clock.set('2026-10-01T08:59:59.999Z');
    await me(token).expect(200);
    app.clock.set('2026-10-01T09:00:00Z');
    await me(token).expect(401);
  });

  it('notes its use at most once a minute', async () => {
    const token = await signedIn();
    const lastSeen = async () =>
      (await app.as(token).get('/api/v1/person/sessions')).body.sessions.find(
        (one: { current: boolean }) => one.current,
      ).lastSeenAt;
    app.clock.set('2026-09-01T09:00:59Z');
    expect(await lastSeen()).toBe('2026-09-01T09:00:00.000Z');
    app.clock.set('2026-09-01T09:01:00Z');
    expect(await lastSeen()).toBe('2026-09-01T09:01:00.000Z');
  });
});

describe('a session on a shared device', () => {
  it('ends after a quarter of an hour without use', async () => {
    const [one, other] = [await signedIn({ sharedDevice: true }), await signedIn({ sharedDevice: true })];
    expect((await me(one)).body.sharedDevice).toBe(true);
    app.clock.set('2026-09-01T09:14:59.999Z');
    await me(one).expect(200);
    app.clock.set('2026-09-01T09:15:00Z');
    await me(other).expect(401);
  });

  it('ends after 10 hours however much it is used', async () => {
    const token = await signedIn({ sharedDevice: true });
    for (let minutes = 0; minutes < 600; minutes += 14) {
      app.clock.set(new Date(Date.parse(START) + minutes * 60_000));
      await me(token).expect(200);
    }
    app.clock.set('2026-09-01T19:00:00Z');
    await me(token).expect(401);
  });
});

describe('signing out', () => {
  it('ends this session alone and clears the cookie', async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    const { headers } = await app.as(here).delete('/api/v1/person/session').expect(204);
    expect(headers['set-cookie']).toEqual(['rounds=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0']);
    await me(here).expect(401);
    await me(there).expect(200);
  });

  it('everywhere ends every session of this person and nobody else’s', async () => {
    const [here, there, other] = [await signedIn(), await signedIn(), await aMember(app, northgate)];
    await app.as(here).delete('/api/v1/person/sessions').expect(204);
    await me(here).expect(401);
    await me(there).expect(401);
    await me(other.token).expect(200);
  });

  it('on another of my devices ends that one; of another person it does not exist', async () => {
    const [here, there] = [await signedIn(), await signedIn({ sharedDevice: true })];
    const other = await aMember(app, northgate);
    const { body } = await app.as(here).get('/api/v1/person/sessions').expect(200);
    const shared = body.sessions.find((one: { sharedDevice: boolean }) => one.sharedDevice);
    expect(shared).toMatchObject({ current: false, device: 'Firefox on Android', organisation: northgate.name });
    await app.as(other.token).delete(`/api/v1/person/sessions/${shared.sessionId}`).expect(404);
    await app.as(other.token).delete(`/api/v1/person/sessions/${randomUUID()}`).expect(404);
    await me(there).expect(200);
    await app.as(here).delete(`/api/v1/person/sessions/${shared.sessionId}`).expect(204);
    await me(there).expect(401);
    const others = await app.as(other.token).get('/api/v1/person/sessions');
    expect(others.body.sessions).toHaveLength(1);
  });
});

describe('a person in two organisations', () => {
  const both = `${randomUUID()}@trust.test`;
  let person: AMember;
  beforeAll(async () => {
    person = await aMember(app, northgate, { email: both, roles: [{ role: 'educator' }] });
    await aMember(app, fellside, { personId: person.personId, staffNumber: 'F-17', title: 'Practice nurse' });
    await aPassword(app, person.personId);
  });
  const choose = (token: string, organisationId: string) =>
    app.as(token).post('/api/v1/person/organisation').send({ organisationId });

  it('must choose one before anything else', async () => {
    const answer = await app
      .as()
      .post('/api/v1/visitor/session')
      .send({ identifier: both, password: PASSWORD })
      .expect(200);
    expect(answer.body.organisationId).toBeNull();
    expect(answer.body.organisations).toHaveLength(2);
    const token = await signedIn({}, both);
    expect((await me(token).expect(403)).body.code).toBe('choose-organisation');
    await choose(token, fellside.organisationId).expect(200, { organisationId: fellside.organisationId });
    expect((await me(token).expect(200)).body).toMatchObject({
      organisation: { name: fellside.name },
      roles: [],
      postTitle: 'Practice nurse',
    });
  });

  it('switches: the same session, another actor, audited there', async () => {
    const token = await signedIn({ organisationId: fellside.organisationId }, both);
    expect((await me(token)).body.organisation.organisationId).toBe(fellside.organisationId);
    await choose(token, northgate.organisationId).expect(200);
    expect((await me(token)).body).toMatchObject({
      organisation: { organisationId: northgate.organisationId },
      roles: ['educator'],
    });
    const rows = await app.system((tx) =>
      tx.rows<{ organisation_id: string }>(
        `SELECT organisation_id FROM audit_event WHERE action = 'organisation.chosen' AND detail->>'from' = $1`,
        [fellside.organisationId],
      ),
    );
    expect(rows).toEqual([{ organisation_id: northgate.organisationId }]);
  });

  it('cannot choose one that is not theirs, or that suspended them', async () => {
    const token = await aSession(app, nurse.personId, northgate.organisationId);
    await choose(token, fellside.organisationId).expect(404);
    await choose(token, randomUUID()).expect(404);
    expect((await me(token)).body.organisation.organisationId).toBe(northgate.organisationId);
  });

  it('is in the organisation whose staff number was typed', async () => {
    const token = await signedIn({ organisationCode: fellside.shortCode }, 'f-17');
    expect((await me(token)).body.organisation.organisationId).toBe(fellside.organisationId);
  });

  it('loses the one that suspends them and keeps the other', async () => {
    const there = await aSession(app, person.personId, fellside.organisationId);
    const here = await aSession(app, person.personId, northgate.organisationId);
    await app.system((tx) =>
      tx.rows('UPDATE membership SET suspended_at = now() WHERE person_id = $1 AND organisation_id = $2', [
        person.personId,
        fellside.organisationId,
      ]),
    );
    await me(there).expect(401);
    await me(here).expect(200);
    await choose(here, fellside.organisationId).expect(404);
    const answer = await app
      .as()
      .post('/api/v1/visitor/session')
      .send({ identifier: both, password: PASSWORD })
      .expect(200);
    expect(answer.body.organisations).toEqual([{ organisationId: northgate.organisationId, name: northgate.name }]);
    await app
      .as()
      .post('/api/v1/visitor/session')
      .send({ identifier: 'F-17', organisationCode: fellside.shortCode, password: PASSWORD })
      .expect(403);
  });
});

describe('a request from another site', () => {
  it.each(['https://other.test', 'null', 'http://127.0.0.1.other.test'])('is refused: %s', async (origin) => {
    const { token } = await aMember(app, northgate);
    const { body } = await app.as(token).delete('/api/v1/person/sessions').set('origin', origin).expect(403);
    expect(body.code).toBe('wrong-origin');
    await me(token).expect(200);
    await app
      .as()
      .post('/api/v1/visitor/session')
      .set('origin', origin)
      .send({ identifier: email, password: PASSWORD })
      .expect(403);
  });
});

describe('the origin a change may come from', () => {
  const change = (of: TestApp, host: string, origin: string) =>
    of
      .as()
      .post('/api/v1/visitor/session')
      .set({ host, origin })
      .send({ identifier: 'nobody@trust.test', password: PASSWORD });

  it.each([
    ['rounds.trust.test', 'https://rounds.trust.test'],
    ['rounds.trust.test:3000', 'http://rounds.trust.test:3000'],
  ])('is that of the host asked, where no public address is set: %s, %s', async (host, origin) => {
    expect((await change(app, host, origin)).body.code).toBe('sign-in-failed');
    expect((await change(app, `other-${host}`, origin)).body.code).toBe('wrong-origin');
  });

  describe('with a public address', () => {
    let known: TestApp;
    beforeAll(async () => (known = await TestApp.start({ publicUrl: 'https://rounds.trust.test:8443', secure: true })));
    afterAll(() => known.stop());

    it('is exactly that one, whichever host is asked', async () => {
      for (const host of ['rounds.trust.test:8443', '127.0.0.1:3000'])
        expect((await change(known, host, 'https://rounds.trust.test:8443')).body.code).toBe('sign-in-failed');
    });

    it.each(['https://other.test', 'http://rounds.trust.test:8443', 'https://rounds.trust.test', 'null'])(
      'is not %s, though the request names its host',
      async (origin) => {
        const host = URL.canParse(origin) ? new URL(origin).host : origin;
        const { body } = await change(known, host, origin).expect(403);
        expect(body).toMatchObject({
          code: 'wrong-origin',
          detail: 'Open https://rounds.trust.test:8443 and try again.',
        });
      },
    );
  });
});
