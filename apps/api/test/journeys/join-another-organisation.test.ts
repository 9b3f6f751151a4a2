import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { MembershipStore } from '../../src/domains/identity/membership.store.ts';
import { type AMember, aMember, aPassword, PASSWORD } from '../factories/identity.ts';
import { type ATrust, aTrust, auditOf } from '../factories/trust.ts';
import { ascending } from '../kit/ascending.ts';
import { TestApp } from '../kit/test-app.ts';

const PEOPLE = '/api/v1/admin/people';
const NEW = 'a kettle on the moor';
let app: TestApp;
let here: ATrust;
let there: ATrust;
let known: AMember;
let email: string;

beforeAll(async () => void (app = await TestApp.start()));
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.forward(60);
  [here, there] = [await aTrust(app), await aTrust(app)];
  email = `${randomUUID()}@post.test`;
  known = await aMember(app, there, { givenName: 'Real', familyName: 'Name', email, staffNumber: 'T-1' });
  await aPassword(app, known.personId);
});

const add = (trust: ATrust, address = email, fields: object = {}) =>
  app
    .as(trust.admin.token)
    .post(PEOPLE)
    .send({
      givenName: 'Typed',
      familyName: 'Byus',
      email: address,
      post: { unitId: trust.ward, title: 'Ward nurse', staffGroup: 'Nursing', startsOn: '2026-09-01' },
      ...fields,
    });
const read = (trust: ATrust, personId: string) => app.as(trust.admin.token).get(`${PEOPLE}/${personId}`);
const people = async (trust: ATrust, q = '') =>
  (await app.as(trust.admin.token).get(PEOPLE).query({ q }).expect(200)).body.people;
const look = (token: string, as?: string) => app.as(as).get('/api/v1/visitor/invitation').query({ token });
const accept = (token: string, body: object = {}, as?: string) =>
  app
    .as(as)
    .post('/api/v1/visitor/invitation')
    .send({ token, ...body });
const names = async (token: string) =>
  (await app.as(token).get('/api/v1/person/me').expect(200)).body.organisations.map(
    (one: { name: string }) => one.name,
  );
const signIn = (identifier: string, password: string) =>
  app.as().post('/api/v1/visitor/session').send({ identifier, password });

async function invite(trust: ATrust, address = email, fields: object = {}) {
  const { personId } = (await add(trust, address, fields).expect(201)).body;
  const { body } = await app.as(trust.admin.token).post(`${PEOPLE}/${personId}/invitation`).expect(201);
  return { personId: String(personId), token: new URL(body.shown).searchParams.get('token') ?? '' };
}

/** An answer without what differs between any two. */
function shape({ status, body }: { status: number; body: object }, address: string): string {
  const text = JSON.stringify({ status, body }).replaceAll(address, 'ADDRESS');
  return text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replaceAll(/127.0.0.1:\d+\/join\?token=[\w-]+/g, 'LINK')
    .replaceAll(/"shown":"[A-Z0-9-]{14}"/g, 'CODE');
}

describe('adding somebody who is in Rounds elsewhere', () => {
  it('answers, shows, corrects and invites exactly as for anybody else', async () => {
    const [told, noted]: [string[][], object[][]] = [[], []];
    for (const address of [email, `${randomUUID()}@post.test`]) {
      const added = await add(here, address);
      const { personId } = added.body;
      const at = `${PEOPLE}/${personId}`;
      const ask = () => app.as(here.admin.token);
      const answers = [
        added,
        await read(here, personId),
        await ask().get(`${PEOPLE}?q=${address}`),
        await ask().post(`${at}/invitation`),
        await ask().post(`${at}/joining-code`),
        await read(here, personId),
        await add(here, address.toUpperCase()),
        await ask().patch(at).send({ givenName: 'Other', email: 'x@post.test' }),
      ];
      told.push(answers.map((answer) => shape(answer, address).replaceAll(address.toUpperCase(), 'ADDRESS')));
      await ask().patch(at).send({ email: null }).expect(200);
      const log = (await ask().get(`/api/v1/admin/audit?person=${personId}`).expect(200)).body.events;
      noted.push(log.map(({ action, detail }: { action: string; detail: object }) => [action, Object.keys(detail)]));
    }
    expect(new Set(noted[0])).toEqual(new Set(noted[1]));
    expect(told[0]).toEqual(told[1]);
  });

  it('shows of them what was typed, and nothing else, until they accept', async () => {
    const { personId } = await invite(here);
    expect(personId).not.toBe(known.personId);
    expect((await read(here, personId).expect(200)).body).toMatchObject({
      givenName: 'Typed',
      familyName: 'Byus',
      email,
      staffNumber: null,
      state: 'invited',
    });
    expect(await people(here, 'Real')).toEqual([]);
    expect(await people(here, email.slice(0, 12))).toHaveLength(1);
    await read(here, known.personId).expect(404);
    expect(await names(known.token)).toEqual([there.name]);
    expect((await signIn(email, PASSWORD).expect(200)).body.organisations).toHaveLength(1);
    expect((await read(there, known.personId).expect(200)).body).toMatchObject({ givenName: 'Real', state: 'active' });
    await read(there, personId).expect(404);
  });

  it('a second time, whatever its case, waiting or accepted, is refused clearly', async () => {
    const { token } = await invite(here);
    const refusal = { code: 'conflict', title: 'This e-mail address is in use', faults: [{ field: 'email' }] };
    expect((await add(here, email.toUpperCase()).expect(409)).body).toMatchObject(refusal);
    await accept(token, {}, known.token).expect(200);
    expect((await add(here).expect(409)).body).toMatchObject(refusal);
    expect(await people(here, email)).toHaveLength(1);
  });

  it('of two at once in one organisation adds one, and in two organisations both', async () => {
    const once = await Promise.all([add(here), add(here), add(here)]);
    expect(ascending(once.map(({ status }) => status))).toEqual([201, 409, 409]);
    const fresh = `${randomUUID()}@post.test`;
    const both = await Promise.all([add(here, fresh), add(there, fresh)]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
  });

  it('lets a correction take no address that another person here has, waiting or not', async () => {
    const waiting = (await add(here).expect(201)).body;
    const correct = (personId: string, address: string) =>
      app.as(here.admin.token).patch(`${PEOPLE}/${personId}`).send({ email: address });
    await correct(here.nurse.personId, email).expect(409);
    await correct(waiting.personId, `${here.nurse.personId}@rounds.test`).expect(409);
    await correct(waiting.personId, email.toUpperCase()).expect(200);
  });
});

describe('their invitation', () => {
  it('is accepted while signed in, without a password, and they may switch', async () => {
    const { personId, token } = await invite(here, email, { staffNumber: 'H-7' });
    expect((await look(token, known.token).expect(200)).body).toEqual({
      organisation: here.name,
      givenName: 'Typed',
      familyName: 'Byus',
      password: 'agree',
    });
    const { body, headers } = await accept(token, {}, known.token).expect(200);
    expect(body.organisationId).toBe(here.organisationId);
    expect(body.organisations).toHaveLength(2);
    const session = /rounds=([^;]+)/.exec(String(headers['set-cookie']))?.[1];
    const me = (await app.as(session).get('/api/v1/person/me').expect(200)).body;
    expect(me.personId).toBe(known.personId);
    await app
      .as(session)
      .post('/api/v1/person/organisation')
      .send({ organisationId: there.organisationId })
      .expect(200);
    expect((await read(here, known.personId).expect(200)).body).toMatchObject({
      givenName: 'Real',
      email,
      staffNumber: 'H-7',
      state: 'active',
      posts: [{ unit: 'Ward', title: 'Ward nurse' }],
    });
    await read(here, personId).expect(404);
    expect((await read(there, known.personId).expect(200)).body).toMatchObject({ staffNumber: 'T-1', posts: [{}] });
  });

  it('is a page that asks the one signed in to agree, and anybody else for a password or to sign out', async () => {
    const { token } = await invite(here);
    const page = async (as?: string) => (await app.as(as).get('/join').query({ token })).text;
    expect(await page()).toContain('type="password"');
    expect(await page(there.nurse.token)).toContain('This invitation is not for you');
    const mine = await page(known.token);
    expect(mine).toContain(`Join ${here.name}`);
    expect(mine).toContain('It sees nothing of your other organisation');
    expect(mine).not.toContain('type="password"');
    await app.as(known.token).post('/join').type('form').send({ token }).expect(303);
    expect((await read(here, known.personId).expect(200)).body.state).toBe('active');
  });

  it('brings the roles along that were given before', async () => {
    const { personId, token } = await invite(here);
    const role = { role: 'educator', unitId: here.ward };
    await app.as(here.admin.token).post(`${PEOPLE}/${personId}/roles`).send(role).expect(201);
    await accept(token, {}, known.token).expect(200);
    expect((await read(here, known.personId).expect(200)).body.roles).toEqual(['educator']);
  });

  it('asks for their own password where nobody is signed in, and sets none', async () => {
    const { token } = await invite(here);
    expect((await look(token).expect(200)).body.password).toBe('confirm');
    expect((await accept(token).expect(400)).body.faults).toMatchObject([{ field: 'password' }]);
    expect((await accept(token, { password: NEW }).expect(401)).body.code).toBe('sign-in-failed');
    expect(await names(known.token)).toEqual([there.name]);
    await accept(token, { password: PASSWORD }).expect(200);
    expect((await signIn(email, PASSWORD).expect(200)).body.organisations).toHaveLength(2);
    await accept(token, { password: PASSWORD }).expect(410);
  });

  it('is refused to another person who is signed in, of this organisation or theirs', async () => {
    const { token } = await invite(here);
    for (const other of [here.nurse, there.nurse, here.admin]) {
      expect((await look(token, other.token).expect(403)).body.code).toBe('not-allowed');
      await accept(token, { password: PASSWORD }, other.token).expect(403);
    }
    expect(await names(known.token)).toEqual([there.name]);
    await look(token, known.token).expect(200);
  });

  it('lasts 72 hours, and can be made anew', async () => {
    const { personId, token } = await invite(here);
    app.clock.forward(72 * 60);
    await accept(token, {}, known.token).expect(410);
    expect((await read(here, personId).expect(200)).body.state).toBe('no-sign-in');
    const { body } = await app.as(here.admin.token).post(`${PEOPLE}/${personId}/invitation`).expect(201);
    const again = new URL(body.shown).searchParams.get('token') ?? '';
    await accept(again, {}, known.token).expect(200);
  });

  it('opens nothing once its address is another’s', async () => {
    const { personId, token } = await invite(here);
    await app.as(here.admin.token).patch(`${PEOPLE}/${personId}`).send({ email: 'else@post.test' }).expect(200);
    await accept(token, {}, known.token).expect(410);
    expect(await names(known.token)).toEqual([there.name]);
  });

  it('becomes nobody’s but theirs who has the address when it is accepted', async () => {
    const { personId } = await invite(here);
    const { organisationId } = here;
    const as = (owner: string) =>
      app.system((tx) =>
        app.nest.get(MembershipStore).acceptAs(tx, { invited: personId, owner, organisationId }, app.clock.now()),
      );
    expect(await as(there.clinician.personId)).toBe(false);
    expect(await as(known.personId)).toBe(true);
  });

  it('leaves of the one who was typed no name, and leads the log to who they are', async () => {
    const { personId, token } = await invite(here);
    await accept(token, {}, known.token).expect(200);
    const rows = await app.system((tx) =>
      tx.rows('SELECT given_name, email FROM person WHERE id = $1 AND erased_at IS NOT NULL', [personId]),
    );
    expect(rows).toEqual([{ given_name: 'Erased', email: null }]);
    const [row] = await auditOf(app, here.organisationId, 'invitation.accepted');
    expect(row).toMatchObject({ actor: known.personId, detail: { invitedAs: personId, passwordSet: false } });
    const log = await app.as(here.admin.token).get(`/api/v1/admin/audit?person=${known.personId}`).expect(200);
    expect(log.body.events.map((one: { action: string }) => one.action)).toEqual(
      expect.arrayContaining(['person.added', 'invitation.made', 'invitation.accepted']),
    );
  });
});

it('of one new address in two organisations, accepted at once: one sets the password, the other confirms it', async () => {
  const fresh = `${randomUUID()}@post.test`;
  const [one, other] = [await invite(here, fresh), await invite(there, fresh)];
  const statuses = await Promise.all(
    [one, other].map(({ token }) => accept(token, { password: NEW }).then(({ status }) => status)),
  );
  expect(statuses).toContain(200);
  expect([200, 409]).toEqual(expect.arrayContaining(statuses));
  const left = [one, other].filter((_, at) => statuses[at] !== 200);
  for (const { token } of left) await accept(token, { password: NEW }).expect(200);
  expect((await signIn(fresh, NEW).expect(200)).body.organisations).toHaveLength(2);
});
