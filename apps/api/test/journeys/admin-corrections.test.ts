import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RoleStore } from '../../src/domains/identity/role.store.ts';
import { hashOf } from '../../src/platform/auth/secret-token.ts';
import type { Tx } from '../../src/platform/db.ts';
import { JobQueue } from '../../src/platform/queue/job-queue.ts';
import { aMember, aPassword, aSession, PASSWORD } from '../factories/identity.ts';
import { type ATrust, aTrust, auditOf } from '../factories/trust.ts';
import { ascending } from '../kit/ascending.ts';
import { atOnce } from '../kit/at-once.ts';
import { TestSmtp } from '../kit/smtp-server.ts';
import { TestApp } from '../kit/test-app.ts';
import { until } from '../kit/until.ts';

const PEOPLE = '/api/v1/admin/people';
let app: TestApp;
let smtp: TestSmtp;
let trust: ATrust;

beforeAll(async () => {
  smtp = await TestSmtp.start();
  app = await TestApp.start({ smtpUrl: smtp.url, publicUrl: 'http://rounds.trust.test' });
  await app.nest.get(JobQueue).startWorking();
});
afterAll(async () => {
  await app.stop();
  await smtp.stop();
});
beforeEach(async () => {
  app.clock.forward(60);
  trust = await aTrust(app);
});

const lettersTo = (to: string) => smtp.letters.filter((letter) => letter.to.includes(to));
const correct = (personId: string, body: object, token = trust.admin.token) =>
  app.as(token).patch(`${PEOPLE}/${personId}`).send(body);
const suspend = (personId: string, token = trust.admin.token) =>
  app.as(token).post(`${PEOPLE}/${personId}/suspension`).send({ reason: 'Left in a hurry' });
const reinstate = (personId: string, token = trust.admin.token) =>
  app.as(token).delete(`${PEOPLE}/${personId}/suspension`);
const me = (token: string) => app.as(token).get('/api/v1/person/me');
const signIn = (identifier: string) =>
  app.as().post('/api/v1/visitor/session').send({ identifier, password: PASSWORD });
const openLinks = (personId: string) =>
  app.system((tx) =>
    tx.rows<{ purpose: string }>(
      'SELECT purpose FROM one_use_link WHERE person_id = $1 AND used_at IS NULL AND withdrawn_at IS NULL ORDER BY purpose',
      [personId],
    ),
  );

async function aLink(personId: string, purpose: string, organisationId: string | null): Promise<void> {
  await app.system((tx) =>
    tx.rows(
      `INSERT INTO one_use_link (token_hash, id, purpose, person_id, organisation_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, '2099-01-01')`,
      [hashOf(randomUUID()), randomUUID(), purpose, personId, organisationId, app.clock.now()],
    ),
  );
}

describe('a correction', () => {
  it('changes what is named and nothing else, and is written down by the names of the fields', async () => {
    const { body } = await correct(trust.nurse.personId, {
      familyName: 'Nightshade',
      staffNumber: 'N-9',
      givenName: 'Nell',
    }).expect(200);
    expect(body).toMatchObject({
      givenName: 'Nell',
      familyName: 'Nightshade',
      staffNumber: 'N-9',
      email: `${trust.nurse.personId}@rounds.test`,
    });
    const rows = await auditOf(app, trust.organisationId, 'person.corrected');
    expect(rows).toEqual([
      expect.objectContaining({
        subject: trust.nurse.personId,
        unit: trust.ward,
        detail: { fields: ['familyName', 'staffNumber'] },
      }),
    ]);
  });

  it('that changes nothing leaves no entry', async () => {
    await correct(trust.nurse.personId, { familyName: 'Nettle' }).expect(200);
    await correct(trust.nurse.personId, {}).expect(200);
    expect(await auditOf(app, trust.organisationId, 'person.corrected')).toEqual([]);
  });

  it('of an e-mail address is told to the old one, which signs in no more', async () => {
    const [before, after] = [`${randomUUID()}@old.test`, `${randomUUID()}@new.test`];
    const person = await aMember(app, trust, { email: before, givenName: 'Odette' });
    await aPassword(app, person.personId);
    await correct(person.personId, { email: after }).expect(200);
    const letter = await until('the letter', async () => lettersTo(before)[0]);
    expect(letter.text).toContain(`An administrator of ${trust.name} changed the e-mail address`);
    expect(letter.text).not.toContain(after);
    expect(lettersTo(after)).toEqual([]);
    await signIn(before).expect(401);
    await signIn(after).expect(200);
    const [row] = await auditOf(app, trust.organisationId, 'person.corrected');
    expect(row?.detail).toEqual({ fields: ['email'] });
  });

  it('of an address takes away links that went to the old one, and leaves a printed code', async () => {
    const { personId } = trust.nurse;
    await aLink(personId, 'invitation', trust.organisationId);
    await aLink(personId, 'password-reset', null);
    await aLink(personId, 'joining-code', trust.organisationId);
    await correct(personId, { email: `${randomUUID()}@new.test` }).expect(200);
    expect(await openLinks(personId)).toEqual([{ purpose: 'joining-code' }]);
  });

  it('that is refused sends no letter', async () => {
    const before = `${randomUUID()}@old.test`;
    const person = await aMember(app, trust, { email: before });
    const { body } = await correct(person.personId, {
      familyName: 'Oak',
      email: `${trust.nurse.personId}@rounds.test`,
    }).expect(409);
    expect(body).toMatchObject({ code: 'conflict', faults: [{ field: 'email' }] });
    const jobs = await app.system((tx) =>
      tx.rows(`SELECT 1 FROM pgboss.job WHERE data::text LIKE $1`, [`%${before}%`]),
    );
    expect(jobs).toEqual([]);
    const shown = await app.as(trust.admin.token).get(`${PEOPLE}/${person.personId}`).expect(200);
    expect(shown.body).toMatchObject({ familyName: 'Larkspur', email: before });
  });

  it('of the address of somebody who belongs to another organisation too is not for one of them to make', async () => {
    const other = await aTrust(app);
    await aMember(app, other, { personId: trust.nurse.personId });
    const { body } = await correct(trust.nurse.personId, { email: `${randomUUID()}@new.test` }).expect(403);
    expect(body).toMatchObject({
      code: 'not-allowed',
      detail: expect.stringContaining('outside your organisation'),
      faults: [{ field: 'email' }],
    });
    await correct(trust.nurse.personId, { staffNumber: 'N-1' }).expect(200);
  });

  it('of their name neither, whichever part, and changes nothing beside it', async () => {
    const other = await aTrust(app);
    await aMember(app, other, { personId: trust.nurse.personId });
    for (const [field, body] of Object.entries({
      givenName: { givenName: 'Oda' },
      familyName: { familyName: 'Oak' },
    })) {
      for (const { admin } of [trust, other]) {
        const refused = await correct(trust.nurse.personId, { ...body, staffNumber: 'N-5' }, admin.token).expect(403);
        expect(refused.body).toMatchObject({ code: 'not-allowed', faults: [{ field }] });
      }
    }
    const shown = await app.as(other.admin.token).get(`${PEOPLE}/${trust.nurse.personId}`).expect(200);
    expect(shown.body).toMatchObject({ givenName: 'Nell', familyName: 'Nettle', staffNumber: null });
    expect(await auditOf(app, trust.organisationId, 'person.corrected')).toEqual([]);
  });

  it('of somebody who was invited elsewhere and has not accepted is still made', async () => {
    const other = await aTrust(app);
    const email = `${trust.nurse.personId}@rounds.test`;
    const post = { unitId: other.ward, title: 'Nurse', staffGroup: 'Nursing', startsOn: '2026-09-01' };
    const person = { givenName: 'N', familyName: 'N', email, post };
    await app.as(other.admin.token).post(PEOPLE).send(person).expect(201);
    await correct(trust.nurse.personId, { familyName: 'Oak' }).expect(200);
  });

  it('never takes the last name to sign in with', async () => {
    await aPassword(app, trust.nurse.personId);
    await correct(trust.nurse.personId, { email: null }).expect(409);
    await correct(trust.nurse.personId, { email: null, staffNumber: 'N-2' }).expect(200);
  });

  it('of a person of another organisation or unit, or of one with a role above, is refused', async () => {
    const other = await aTrust(app);
    await correct(other.nurse.personId, { familyName: 'Oak' }).expect(404);
    await correct(trust.clinician.personId, { familyName: 'Oak' }, trust.hospitalAdmin.token).expect(404);
    await app.system((tx) =>
      tx.rows('UPDATE post SET unit_id = $2 WHERE person_id = $1', [trust.admin.personId, trust.ward]),
    );
    const { body } = await correct(trust.admin.personId, { email: 'mine@new.test' }, trust.hospitalAdmin.token).expect(
      403,
    );
    expect(body.code).toBe('not-allowed');
    await correct(trust.nurse.personId, { familyName: 'Oak' }, trust.hospitalAdmin.token).expect(200);
  });

  it('of two at once keeps both', async () => {
    const { personId } = trust.nurse;
    await Promise.all([
      correct(personId, { familyName: 'Oak' }).expect(200),
      correct(personId, { staffNumber: 'N-3' }).expect(200),
    ]);
    const { body } = await app.as(trust.admin.token).get(`${PEOPLE}/${personId}`).expect(200);
    expect(body).toMatchObject({ familyName: 'Oak', staffNumber: 'N-3' });
  });
});

describe('a suspension', () => {
  it('ends every session here at once, takes links away, and keeps the reason', async () => {
    const { personId, token } = trust.nurse;
    const second = await aSession(app, personId, trust.organisationId);
    await aLink(personId, 'invitation', trust.organisationId);
    expect((await suspend(personId).expect(200)).body.state).toBe('suspended');
    await me(token).expect(401);
    await me(second).expect(401);
    expect(await openLinks(personId)).toEqual([]);
    const rows = await auditOf(app, trust.organisationId, 'person.suspended');
    expect(rows).toEqual([expect.objectContaining({ subject: personId, detail: { reason: 'Left in a hurry' } })]);
  });

  it('refuses sign-in until it is over; sessions that ended stay ended', async () => {
    const { personId, token } = trust.nurse;
    await aPassword(app, personId);
    await suspend(personId).expect(200);
    await signIn(`${personId}@rounds.test`).expect(({ status }) => expect([401, 403]).toContain(status));
    expect((await reinstate(personId).expect(200)).body.state).toBe('active');
    await me(token).expect(401);
    await signIn(`${personId}@rounds.test`).expect(200);
    expect(await auditOf(app, trust.organisationId, 'person.reinstated')).toHaveLength(1);
  });

  it('does not reach another organisation', async () => {
    const other = await aTrust(app);
    const there = await aMember(app, other, { personId: trust.nurse.personId });
    await suspend(trust.nurse.personId).expect(200);
    await me(there.token).expect(200);
    await me(trust.nurse.token).expect(401);
  });

  it('twice is once', async () => {
    await Promise.all([suspend(trust.nurse.personId).expect(200), suspend(trust.nurse.personId).expect(200)]);
    await reinstate(trust.clinician.personId).expect(200);
    expect(await auditOf(app, trust.organisationId, 'person.suspended')).toHaveLength(1);
    expect(await auditOf(app, trust.organisationId, 'person.reinstated')).toEqual([]);
  });

  it('is not for oneself', async () => {
    await suspend(trust.admin.personId).expect(409);
    await me(trust.admin.token).expect(200);
  });

  it('of each other by two administrators leaves one of them', async () => {
    const second = await aMember(app, trust, { roles: [{ role: 'administrator' }] });
    const lock = (tx: Tx) => app.nest.get(RoleStore).lockAdministrators(tx, trust.organisationId);
    const answers = await atOnce(app, lock, [
      () => suspend(second.personId),
      () => suspend(trust.admin.personId, second.token),
    ]);
    expect(ascending(answers)).toEqual([200, 409]);
    const open = await app.system((tx) =>
      tx.rows('SELECT 1 FROM membership WHERE person_id = ANY ($1) AND suspended_at IS NULL', [
        [second.personId, trust.admin.personId],
      ]),
    );
    expect(open).toHaveLength(1);
  });

  it('of a person of another organisation or unit, or of one with a role above, is refused', async () => {
    const other = await aTrust(app);
    await suspend(other.nurse.personId).expect(404);
    await reinstate(other.nurse.personId).expect(404);
    await suspend(trust.clinician.personId, trust.hospitalAdmin.token).expect(404);
    await reinstate(trust.clinician.personId, trust.hospitalAdmin.token).expect(404);
    await app.system((tx) =>
      tx.rows('UPDATE post SET unit_id = $2 WHERE person_id = $1', [trust.admin.personId, trust.ward]),
    );
    await suspend(trust.admin.personId, trust.hospitalAdmin.token).expect(403);
    await suspend(trust.clinician.personId, trust.nurse.token).expect(403);
    await app.as().post(`${PEOPLE}/${trust.nurse.personId}/suspension`).send({ reason: 'x' }).expect(401);
    await suspend(trust.nurse.personId, trust.hospitalAdmin.token).expect(200);
  });
});
