import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { JobQueue } from '../../src/platform/queue/job-queue.ts';
import { aMember, aPassword } from '../factories/identity.ts';
import { type ATrust, aTrust, auditOf } from '../factories/trust.ts';
import { ascending } from '../kit/ascending.ts';
import { TestSmtp } from '../kit/smtp-server.ts';
import { TestApp } from '../kit/test-app.ts';
import { until } from '../kit/until.ts';

const PEOPLE = '/api/v1/admin/people';
const CHOSEN = 'a kettle on the moor';
let smtp: TestSmtp;
/** Can send mail. */
let mailing: TestApp;
/** Has neither mail nor a public address. */
let printing: TestApp;

beforeAll(async () => {
  smtp = await TestSmtp.start();
  mailing = await TestApp.start({ smtpUrl: smtp.url, publicUrl: 'http://rounds.trust.test' });
  printing = await TestApp.start();
  await mailing.nest.get(JobQueue).startWorking();
});
afterAll(async () => {
  await mailing.stop();
  await printing.stop();
  await smtp.stop();
});

type Person = { personId: string; email: string; staffNumber: string };

/** A person as an administrator has just added them. */
async function aNewcomer(
  app: TestApp,
  trust: ATrust,
  has: 'both' | 'staff number' | 'neither' = 'both',
): Promise<Person> {
  const [email, staffNumber] = [`${randomUUID()}@trust.test`, randomUUID().slice(0, 8)];
  const names = { ...(has === 'both' && { email }), ...(has !== 'neither' && { staffNumber }) };
  const post = { unitId: trust.ward, title: 'Porter', staffGroup: 'Estates', startsOn: '2026-09-01' };
  const { body } = await app
    .as(trust.admin.token)
    .post(PEOPLE)
    .send({ givenName: 'Ines', familyName: 'Ivy', ...names, post })
    .expect(201);
  return { personId: body.personId, email, staffNumber };
}

const invite = (app: TestApp, personId: string, token: string) =>
  app.as(token).post(`${PEOPLE}/${personId}/invitation`);
const print = (app: TestApp, personId: string, token: string) =>
  app.as(token).post(`${PEOPLE}/${personId}/joining-code`);
const withdraw = (app: TestApp, personId: string, linkId: string, token: string) =>
  app.as(token).delete(`${PEOPLE}/${personId}/links/${linkId}`);
const read = async (app: TestApp, personId: string, token: string) =>
  (await app.as(token).get(`${PEOPLE}/${personId}`).expect(200)).body;
const accept = (app: TestApp, token: string) =>
  app.as().post('/api/v1/visitor/invitation').send({ token, password: CHOSEN });
const tokenIn = (text: string) => /join\?token=([\w.-]+)/.exec(text)?.[1];

let app: TestApp;
let trust: ATrust;

describe('an invitation where mail can be sent', () => {
  beforeEach(async () => {
    app = mailing;
    app.clock.forward(60);
    trust = await aTrust(app);
  });

  it('is mailed and not shown, and lets the person in', async () => {
    const { personId, email } = await aNewcomer(app, trust);
    const { body } = await invite(app, personId, trust.admin.token).expect(201);
    expect(body).toEqual({
      linkId: expect.any(String),
      delivery: 'mailed',
      shown: null,
      organisationCode: trust.shortCode,
      expiresAt: expect.any(String),
    });
    expect(await read(app, personId, trust.admin.token)).toMatchObject({
      state: 'invited',
      openLinks: [{ linkId: body.linkId, purpose: 'invitation', expiresAt: body.expiresAt }],
    });
    const token = await until('the letter', async () =>
      tokenIn(smtp.letters.find(({ to }) => to.includes(email))?.text ?? ''),
    );
    await accept(app, token).expect(200);
    expect(await read(app, personId, trust.admin.token)).toMatchObject({ state: 'active', openLinks: [] });
    const [row] = await auditOf(app, trust.organisationId, 'invitation.made');
    expect(row).toMatchObject({
      actor: trust.admin.personId,
      subject: personId,
      unit: trust.ward,
      detail: { delivery: 'mailed' },
    });
  });

  it('of somebody without an address is shown', async () => {
    const { personId } = await aNewcomer(app, trust, 'staff number');
    const { body } = await invite(app, personId, trust.admin.token).expect(201);
    expect(body).toMatchObject({
      delivery: 'shown',
      shown: expect.stringMatching(/^http:\/\/rounds\.trust\.test\/join\?token=[\w-]{43}$/),
    });
  });

  it('withdraws the one before, code or link', async () => {
    const { personId } = await aNewcomer(app, trust, 'staff number');
    const code = (await print(app, personId, trust.admin.token).expect(201)).body;
    const first = (await invite(app, personId, trust.admin.token).expect(201)).body;
    const second = (await invite(app, personId, trust.admin.token).expect(201)).body;
    await accept(app, `${trust.shortCode}.${code.shown}`).expect(410);
    await accept(app, tokenIn(first.shown) ?? '').expect(410);
    await accept(app, tokenIn(second.shown) ?? '').expect(200);
  });

  it('leaves one open of two made at once', async () => {
    const { personId } = await aNewcomer(app, trust);
    await Promise.all([
      invite(app, personId, trust.admin.token).expect(201),
      invite(app, personId, trust.admin.token).expect(201),
    ]);
    expect((await read(app, personId, trust.admin.token)).openLinks).toHaveLength(1);
  });

  it('is not printed for somebody who can have a link by mail', async () => {
    await aPassword(app, trust.nurse.personId);
    const { body } = await print(app, trust.nurse.personId, trust.admin.token).expect(409);
    expect(body.code).toBe('conflict');
  });
});

describe('a way in where no mail can be sent', () => {
  beforeEach(async () => {
    app = printing;
    app.clock.set('2026-09-01T09:00:00Z');
    trust = await aTrust(app);
  });

  it('is a link shown once, kept only as a hash', async () => {
    const { personId, email } = await aNewcomer(app, trust);
    const { body } = await invite(app, personId, trust.admin.token).expect(201);
    expect(body).toMatchObject({ delivery: 'shown', expiresAt: '2026-09-04T09:00:00.000Z' });
    expect(body.shown).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/join\?token=[\w-]{43}$/);
    const token = tokenIn(body.shown) ?? '';
    const kept = await app.system((tx) =>
      tx.rows(`SELECT to_jsonb(l)::text AS row FROM one_use_link l WHERE id = $1`, [body.linkId]),
    );
    const heard = await app.system((tx) => tx.rows(`SELECT to_jsonb(e)::text AS row FROM audit_event e`));
    expect(JSON.stringify([kept, heard])).not.toContain(token);
    await accept(app, token).expect(200);
    await accept(app, token).expect(410);
    await app.as().post('/api/v1/visitor/session').send({ identifier: email, password: CHOSEN }).expect(200);
  });

  it('holds just before 72 hours are over, and not at the instant', async () => {
    const { personId } = await aNewcomer(app, trust);
    const { body } = await invite(app, personId, trust.admin.token).expect(201);
    app.clock.set('2026-09-04T09:00:00Z');
    await accept(app, tokenIn(body.shown) ?? '').expect(410);
    expect(await read(app, personId, trust.admin.token)).toMatchObject({ state: 'no-sign-in', openLinks: [] });
    app.clock.set('2026-09-04T08:59:59.999Z');
    await accept(app, tokenIn(body.shown) ?? '').expect(200);
  });

  it('is a joining code, typed in any case, for staff without e-mail', async () => {
    const { personId, staffNumber } = await aNewcomer(app, trust, 'staff number');
    const { body } = await print(app, personId, trust.admin.token).expect(201);
    expect(body).toMatchObject({
      delivery: 'shown',
      organisationCode: trust.shortCode,
      shown: expect.stringMatching(/^(?:[2-9A-HJKMNP-TV-Z]{4}-){2}[2-9A-HJKMNP-TV-Z]{4}$/),
    });
    expect((await read(app, personId, trust.admin.token)).openLinks).toEqual([
      expect.objectContaining({ purpose: 'joining-code' }),
    ]);
    await accept(app, `${trust.shortCode}.${body.shown.toLowerCase().replaceAll('-', ' ')}`).expect(200);
    await app
      .as()
      .post('/api/v1/visitor/session')
      .send({ identifier: staffNumber, organisationCode: trust.shortCode, password: CHOSEN })
      .expect(200);
    const [row] = await auditOf(app, trust.organisationId, 'joining-code.made');
    expect(row).toMatchObject({ subject: personId, detail: { delivery: 'shown' } });
  });

  it('is printed again for somebody who forgot their password and has no other way', async () => {
    await aPassword(app, trust.nurse.personId);
    const { body } = await print(app, trust.nurse.personId, trust.admin.token).expect(201);
    await accept(app, `${trust.shortCode}.${body.shown}`).expect(200);
  });

  it('needs a name to sign in with, and no suspension', async () => {
    const { personId } = await aNewcomer(app, trust, 'neither');
    for (const ask of [invite, print]) {
      expect((await ask(app, personId, trust.admin.token).expect(409)).body.title).toBe(
        'This person has nothing to sign in with',
      );
    }
    await app
      .as(trust.admin.token)
      .post(`${PEOPLE}/${trust.nurse.personId}/suspension`)
      .send({ reason: 'x' })
      .expect(200);
    for (const ask of [invite, print]) {
      expect((await ask(app, trust.nurse.personId, trust.admin.token).expect(409)).body.title).toBe(
        'This person is suspended',
      );
    }
  });

  it('can be withdrawn, once', async () => {
    const { personId } = await aNewcomer(app, trust);
    const { body } = await invite(app, personId, trust.admin.token).expect(201);
    const statuses = (await Promise.all([1, 2].map(() => withdraw(app, personId, body.linkId, trust.admin.token)))).map(
      ({ status }) => status,
    );
    expect(ascending(statuses)).toEqual([200, 409]);
    await accept(app, tokenIn(body.shown) ?? '').expect(410);
    const rows = await auditOf(app, trust.organisationId, 'link.withdrawn');
    expect(rows).toEqual([expect.objectContaining({ subject: personId, detail: { purpose: 'invitation' } })]);
  });

  it('that was used, or is too old, cannot be withdrawn', async () => {
    const { personId } = await aNewcomer(app, trust);
    const first = (await invite(app, personId, trust.admin.token).expect(201)).body;
    app.clock.set('2026-09-04T09:00:00Z');
    expect((await withdraw(app, personId, first.linkId, trust.admin.token).expect(409)).body.code).toBe('already-done');
    const second = (await invite(app, personId, trust.admin.token).expect(201)).body;
    await accept(app, tokenIn(second.shown) ?? '').expect(200);
    await withdraw(app, personId, second.linkId, trust.admin.token).expect(409);
  });

  it('of another organisation, another person, another unit, or of somebody with a role above, is refused', async () => {
    const other = await aTrust(app);
    const theirs = await aNewcomer(app, other);
    const { linkId } = (await invite(app, theirs.personId, other.admin.token).expect(201)).body;
    const { admin, hospitalAdmin, nurse, clinician } = trust;
    for (const ask of [invite, print]) {
      await ask(app, theirs.personId, admin.token).expect(404);
      await ask(app, clinician.personId, hospitalAdmin.token).expect(404);
      await ask(app, nurse.personId, nurse.token).expect(403);
      await ask(app, nurse.personId, hospitalAdmin.token).expect(201);
    }
    await withdraw(app, theirs.personId, linkId, admin.token).expect(404);
    await withdraw(app, nurse.personId, linkId, admin.token).expect(404);
    const elsewhere = (await invite(app, clinician.personId, admin.token).expect(201)).body;
    await withdraw(app, clinician.personId, elsewhere.linkId, hospitalAdmin.token).expect(404);
    await withdraw(app, nurse.personId, elsewhere.linkId, hospitalAdmin.token).expect(404);
    await app.system((tx) =>
      tx.rows('UPDATE post SET unit_id = $2 WHERE person_id = $1', [admin.personId, trust.ward]),
    );
    const mine = (await invite(app, admin.personId, admin.token).expect(201)).body;
    await invite(app, admin.personId, hospitalAdmin.token).expect(403);
    await print(app, admin.personId, hospitalAdmin.token).expect(403);
    await withdraw(app, admin.personId, mine.linkId, hospitalAdmin.token).expect(403);
  });

  it('sets no password for somebody whom another organisation knows', async () => {
    const other = await aTrust(app);
    await aPassword(app, trust.nurse.personId);
    await aMember(app, other, { personId: trust.nurse.personId });
    const { body } = await print(app, trust.nurse.personId, other.admin.token).expect(201);
    await accept(app, `${other.shortCode}.${body.shown}`).expect(401);
  });
});
