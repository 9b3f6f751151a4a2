import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { AuditEvent } from '@rounds/contracts/audit';
import { LinkStore } from '../../src/domains/identity/link.store.ts';
import { linkExpiry } from '../../src/domains/identity/rules/link-lifetime.ts';
import { type AMember, aMember, aPassword, aSession, PASSWORD } from '../factories/identity.ts';
import { type ATrust, aTrust } from '../factories/trust.ts';
import { TestApp } from '../kit/test-app.ts';

let app: TestApp;
let trust: ATrust;
let other: ATrust;
let worker: AMember;
let email: string;
let staffNumber: string;

beforeAll(async () => void (app = await TestApp.start()));
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.forward(60);
  [trust, other] = [await aTrust(app), await aTrust(app)];
  [email, staffNumber] = [`${randomUUID()}@audit.test`, `S-${randomUUID()}`];
  worker = await aMember(app, trust, { email, staffNumber, unitId: trust.ward, familyName: 'Worker' });
  await aPassword(app, worker.personId);
});

const signIn = (identifier: string, password: string, organisationCode?: string) =>
  app
    .as()
    .post('/api/v1/visitor/session')
    .send({ identifier, password, ...(organisationCode !== undefined && { organisationCode }) });
/** Entries of an action that an administrator sees: of whom, and in which unit. */
async function seen(action: string, { token }: AMember): Promise<[string | null, string | null][]> {
  const { body } = await app.as(token).get('/api/v1/admin/audit').query({ action }).expect(200);
  return body.events.map(({ subjectName, unit }: AuditEvent) => [subjectName, unit]);
}
const WORKER: [string, string] = ['Juniper Worker', 'Ward'];

describe('a failed sign-in is seen', () => {
  it('where the account belongs, by those who have its unit in hand', async () => {
    await signIn(email, 'not the password').expect(401);
    expect(await seen('sign-in.failed', trust.admin)).toEqual([WORKER]);
    expect(await seen('sign-in.failed', trust.hospitalAdmin)).toEqual([WORKER]);
    expect(await seen('sign-in.failed', other.admin)).toEqual([]);
  });

  it('where the code was of, whether or not there is such a number', async () => {
    await signIn(staffNumber, 'not the password', trust.shortCode).expect(401);
    await signIn('S-nobody', 'not the password', trust.shortCode.toUpperCase()).expect(401);
    expect(await seen('sign-in.failed', trust.admin)).toEqual(expect.arrayContaining([WORKER, [null, null]]));
    expect(await seen('sign-in.failed', trust.hospitalAdmin)).toEqual([WORKER]);
  });

  it('in one of two organisations only by the number used there', async () => {
    await aMember(app, other, { personId: worker.personId, staffNumber: 'O-1', unitId: other.clinic });
    await signIn(email, 'not the password').expect(401);
    for (const { admin } of [trust, other]) expect(await seen('sign-in.failed', admin)).toEqual([]);
    await signIn('O-1', 'not the password', other.shortCode).expect(401);
    expect(await seen('sign-in.failed', other.admin)).toEqual([['Juniper Worker', 'Clinic']]);
    expect(await seen('sign-in.failed', trust.admin)).toEqual([]);
  });

  it('not in an organisation that has only invited them', async () => {
    await aMember(app, other, { personId: worker.personId });
    await app.system((tx) =>
      tx.rows('UPDATE membership SET pending = true WHERE organisation_id = $1 AND person_id = $2', [
        other.organisationId,
        worker.personId,
      ]),
    );
    await signIn(email, 'not the password').expect(401);
    expect(await seen('sign-in.failed', other.admin)).toEqual([]);
    expect(await seen('sign-in.failed', trust.admin)).toEqual([WORKER]);
  });

  it('nowhere when there is no account', async () => {
    await signIn(`${randomUUID()}@audit.test`, 'not the password').expect(401);
    await signIn('S-1', 'not the password', 'no-such-code').expect(401);
    for (const { admin } of [trust, other]) expect(await seen('sign-in.failed', admin)).toEqual([]);
  });
});

describe('the unit of the main post stands beside', () => {
  it('a sign-in and a sign-out', async () => {
    await signIn(email, PASSWORD).expect(200);
    await app.as(worker.token).delete('/api/v1/person/session').expect(204);
    expect(await seen('session.started', trust.hospitalAdmin)).toEqual([WORKER]);
    expect(await seen('session.ended', trust.hospitalAdmin)).toEqual([WORKER]);
  });

  it('a changed password', async () => {
    const passwords = { oldPassword: PASSWORD, newPassword: 'a kettle on the moor' };
    await app.as(worker.token).post('/api/v1/person/password').send(passwords).expect(204);
    expect(await seen('password.changed', trust.admin)).toEqual([WORKER]);
  });

  it('a new password by a link', async () => {
    const at = app.clock.now();
    const link = { personId: worker.personId, organisationId: null, madeBy: null };
    const { token } = await app.system((tx) =>
      app.nest
        .get(LinkStore)
        .make(tx, { ...link, purpose: 'password-reset', at, expiresAt: linkExpiry('password-reset', at) }),
    );
    await app
      .as()
      .post('/api/v1/visitor/password-resets')
      .send({ token, newPassword: 'a kettle on the moor' })
      .expect(204);
    expect(await seen('password.reset', trust.hospitalAdmin)).toEqual([WORKER]);
  });

  it('a switch of organisation, as it is there', async () => {
    await aMember(app, other, { personId: worker.personId, unitId: other.clinic });
    const token = await aSession(app, worker.personId, trust.organisationId);
    const { organisationId } = other;
    await app.as(token).post('/api/v1/person/organisation').send({ organisationId }).expect(200);
    expect(await seen('organisation.chosen', other.admin)).toEqual([['Juniper Worker', 'Clinic']]);
    expect(await seen('organisation.chosen', trust.admin)).toEqual([]);
  });

  it('nothing when the post is over', async () => {
    await app.system((tx) => tx.rows(`UPDATE post SET ends_on = '2026-08-31' WHERE person_id = $1`, [worker.personId]));
    await signIn(email, PASSWORD).expect(200);
    expect(await seen('session.started', trust.admin)).toEqual([['Juniper Worker', null]]);
  });
});
