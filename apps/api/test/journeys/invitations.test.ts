import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { LinkStore } from '../../src/domains/identity/link.store.ts';
import type { LinkPurpose } from '../../src/domains/identity/rules/link-purpose.ts';
import { MembershipStore } from '../../src/domains/identity/membership.store.ts';
import { PersonStore } from '../../src/domains/identity/person.store.ts';
import { JOINING_CODE_BYTES, joiningCode, joiningToken } from '../../src/domains/identity/rules/joining-code.ts';
import { linkExpiry } from '../../src/domains/identity/rules/link-lifetime.ts';
import { type AnOrganisation, aMember, anOrganisation, aPassword, PASSWORD } from '../factories/identity.ts';
import { TestApp } from '../kit/test-app.ts';

const NEW = 'a kettle on the moor';
let app: TestApp;
let northgate: AnOrganisation;
let fellside: AnOrganisation;
let address = 0;

beforeAll(async () => {
  app = await TestApp.start({ trustedProxies: ['127.0.0.1'] });
  [northgate, fellside] = await app.system(async (tx) => [await anOrganisation(tx), await anOrganisation(tx)] as const);
});
afterAll(() => app.stop());
beforeEach(() => void (address += 1));

/** As an administrator does: a person, a membership that waits, and nothing else. */
async function anInvited(organisation = northgate, personId: string = randomUUID()): Promise<string> {
  const at = app.clock.now();
  await app.system(async (tx) => {
    if ((await app.nest.get(PersonStore).find(tx, personId)) === null) {
      await app.nest
        .get(PersonStore)
        .add(tx, { personId, givenName: 'Rowan', familyName: 'Ash', email: `${personId}@trust.test`, at });
    }
    await app.nest.get(MembershipStore).add(tx, {
      personId,
      organisationId: organisation.organisationId,
      staffNumber: null,
      joinedAt: at,
      pending: true,
    });
  });
  return personId;
}

function aLink(
  personId: string,
  { organisation = northgate, purpose = 'invitation' as LinkPurpose, token = undefined as string | undefined } = {},
) {
  const at = app.clock.now();
  return app.system((tx) =>
    app.nest.get(LinkStore).make(tx, {
      purpose,
      personId,
      organisationId: organisation.organisationId,
      madeBy: null,
      at,
      expiresAt: linkExpiry(purpose, at),
      ...(token === undefined ? {} : { token }),
    }),
  );
}

const agent = (method: 'get' | 'post', path: string) =>
  app.as()[method](`/api/v1/${path}`).set('x-forwarded-for', `192.0.2.${address}`);
const look = (token: string) => agent('get', 'visitor/invitation').query({ token });
const accept = (token: string, password = NEW) => agent('post', 'visitor/invitation').send({ token, password });
const signIn = (personId: string, password: string) =>
  agent('post', 'visitor/session').send({ identifier: `${personId}@trust.test`, password });

describe('an invitation', () => {
  it('shows organisation and name, is not used up by looking, sets a password and signs in, once', async () => {
    const personId = await anInvited();
    const { token } = await aLink(personId);
    const shown = { organisation: northgate.name, givenName: 'Rowan', familyName: 'Ash', password: 'set' };
    await look(token).expect(200, shown);
    await look(token).expect(200, shown);
    const { body, headers } = await accept(token).expect(200);
    expect(body).toMatchObject({ signedIn: true, organisationId: northgate.organisationId });
    await app
      .as(/rounds=([^;]+)/.exec(String(headers['set-cookie']))![1])
      .get('/api/v1/person/me')
      .expect(200);
    expect((await accept(token).expect(410)).body.code).toBe('link-not-valid');
    await look(token).expect(410);
    await signIn(personId, NEW).expect(200);
  });

  it('holds just before 72 hours are over, and not at the instant', async () => {
    const { token } = await aLink(await anInvited());
    const made = app.clock.now().getTime();
    app.clock.set(new Date(made + 72 * 3_600_000));
    await accept(token).expect(410);
    await look(token).expect(410);
    app.clock.set(new Date(made + 72 * 3_600_000 - 1));
    await accept(token).expect(200);
  });

  it('of two acceptances at once lets one through', async () => {
    const { token } = await aLink(await anInvited());
    const statuses = (await Promise.all([accept(token), accept(token, 'another one altogether')])).map(
      ({ status }) => status,
    );
    expect(new Set(statuses)).toEqual(new Set([200, 410]));
  });

  it('refuses a weak password and stays open', async () => {
    const personId = await anInvited();
    const { token } = await aLink(personId);
    for (const weak of ['short', 'password123', 'Rowan Ash ', `${personId}@trust.test`]) {
      expect((await accept(token, weak).expect(422)).body).toMatchObject({
        code: 'password-too-weak',
        faults: [{ field: 'password' }],
      });
    }
    await accept(token).expect(200);
  });

  it('opens nothing once withdrawn, or for somebody suspended', async () => {
    const [one, other] = [await anInvited(), await anInvited()];
    const [withdrawn, suspended] = [await aLink(one), await aLink(other)];
    await app.system((tx) => app.nest.get(LinkStore).withdraw(tx, withdrawn.linkId, app.clock.now()));
    await app.system((tx) =>
      app.nest.get(MembershipStore).suspend(tx, other, northgate.organisationId, app.clock.now()),
    );
    await accept(withdrawn.token).expect(410);
    await accept(suspended.token).expect(410);
  });

  it('closes the others that were open for the same person there', async () => {
    const personId = await anInvited();
    const [first, second] = [await aLink(personId), await aLink(personId)];
    await accept(second.token).expect(200);
    await accept(first.token).expect(410);
  });

  it('is no password reset, and a password reset is no invitation', async () => {
    const personId = await anInvited();
    const invitation = await aLink(personId);
    const reset = await aLink(personId, { purpose: 'password-reset' });
    await agent('post', 'visitor/password-resets').send({ token: invitation.token, newPassword: NEW }).expect(410);
    await accept(reset.token).expect(410);
  });

  it('is audited in the organisation', async () => {
    const personId = await anInvited();
    await accept((await aLink(personId)).token).expect(200);
    const rows = await app.system((tx) =>
      tx.rows(`SELECT organisation_id FROM audit_event WHERE action = 'invitation.accepted' AND actor_person_id = $1`, [
        personId,
      ]),
    );
    expect(rows).toEqual([{ organisation_id: northgate.organisationId }]);
  });
});

describe('a printed joining code', () => {
  it('works with the organisation’s code, however it is typed', async () => {
    const code = joiningCode(randomBytes(JOINING_CODE_BYTES));
    await aLink(await anInvited(), { purpose: 'joining-code', token: joiningToken(northgate.shortCode, code) });
    await look(`${fellside.shortCode}.${code}`).expect(410);
    const typed = `${northgate.shortCode.toUpperCase()}.${code.toLowerCase().replaceAll('-', ' ')}`;
    await look(typed).expect(200);
    await accept(typed).expect(200);
  });

  it('is slowed down for guesses from one address', async () => {
    for (let turn = 0; turn < 20; turn += 1) await look(`${northgate.shortCode}.AAAA-AAAA-${1000 + turn}`).expect(410);
    await look(`${northgate.shortCode}.AAAA-AAAA-AAAA`).expect(429);
  });
});

describe('an administrator’s link cannot open another organisation', () => {
  it('for a member elsewhere, whose own password is asked for and kept', async () => {
    const { personId } = await aMember(app, northgate);
    await app.system((tx) =>
      tx.rows('UPDATE person SET email = $2 WHERE id = $1', [personId, `${personId}@trust.test`]),
    );
    await aPassword(app, personId);
    await anInvited(fellside, personId);
    const { token } = await aLink(personId, { organisation: fellside });
    expect((await look(token).expect(200)).body.password).toBe('confirm');
    expect((await accept(token, NEW).expect(401)).body.code).toBe('sign-in-failed');
    expect((await signIn(personId, PASSWORD).expect(200)).body.organisations).toHaveLength(1);
    await accept(token, PASSWORD).expect(200);
    expect((await signIn(personId, PASSWORD).expect(200)).body.organisations).toHaveLength(2);
  });

  it('for somebody invited by two, of whom each opens only its own', async () => {
    const personId = await anInvited(northgate);
    await anInvited(fellside, personId);
    await accept((await aLink(personId, { organisation: fellside })).token).expect(200);
    expect(
      (await signIn(personId, NEW).expect(200)).body.organisations.map((one: { name: string }) => one.name),
    ).toEqual([fellside.name]);
  });

  it('guesses at the own password are slowed down', async () => {
    const { personId } = await aMember(app, northgate);
    await aPassword(app, personId);
    await anInvited(fellside, personId);
    const { token } = await aLink(personId, { organisation: fellside });
    for (let turn = 0; turn < 5; turn += 1) await accept(token).expect(401);
    await accept(token, PASSWORD).expect(429);
  });
});

it('lets staff without e-mail set a new password by a new code, and signs out who used the old one', async () => {
  const member = await aMember(app, northgate, { staffNumber: 'S-9' });
  await aPassword(app, member.personId);
  await accept((await aLink(member.personId, { purpose: 'joining-code' })).token).expect(200);
  await app.as(member.token).get('/api/v1/person/me').expect(401);
  await agent('post', 'visitor/session')
    .send({ identifier: 'S-9', organisationCode: northgate.shortCode, password: NEW })
    .expect(200);
});
