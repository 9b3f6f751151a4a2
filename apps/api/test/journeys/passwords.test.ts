import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { JobQueue } from '../../src/platform/queue/job-queue.ts';
import {
  type AMember,
  type AnOrganisation,
  aMember,
  anOrganisation,
  aPassword,
  aSession,
  PASSWORD,
} from '../factories/identity.ts';
import { TestSmtp } from '../kit/smtp-server.ts';
import { TestApp } from '../kit/test-app.ts';
import { until } from '../kit/until.ts';

const NEW = 'a kettle on the moor';
let app: TestApp;
let smtp: TestSmtp;
let organisation: AnOrganisation;
let person: AMember;
let email: string;
let address = 0;

beforeAll(async () => {
  smtp = await TestSmtp.start();
  app = await TestApp.start({
    trustedProxies: ['127.0.0.1'],
    smtpUrl: smtp.url,
    publicUrl: 'http://rounds.trust.test',
  });
  organisation = await app.system((tx) => anOrganisation(tx));
  await app.nest.get(JobQueue).startWorking();
});
afterAll(async () => {
  await app.stop();
  await smtp.stop();
});
beforeEach(async () => {
  address += 1;
  email = `${randomUUID()}@trust.test`;
  person = await aMember(app, organisation, { email });
  await aPassword(app, person.personId);
});

const post = (path: string, body: object, token?: string) =>
  app.as(token).post(`/api/v1/${path}`).set('x-forwarded-for', `192.0.2.${address}`).send(body);
const signIn = (password: string) => post('visitor/session', { identifier: email, password });
const ask = (to = email) => post('visitor/password-reset-requests', { email: to });
const reset = (token: string, newPassword = NEW) => post('visitor/password-resets', { token, newPassword });
const lettersTo = (to: string) => smtp.letters.filter((letter) => letter.to.includes(to));
const tokenIn = (text: string) => /reset\?token=([\w-]+)/.exec(text)?.[1];

async function mailedToken(): Promise<string> {
  const before = lettersTo(email).length;
  await ask().expect(202);
  return until('the mail', async () => tokenIn(lettersTo(email)[before]?.text ?? ''));
}

describe('a forgotten password', () => {
  it('is set anew by a mailed link, which signs everybody out and works once', async () => {
    const token = await mailedToken();
    await reset(token).expect(204);
    await app.as(person.token).get('/api/v1/person/me').expect(401);
    await signIn(PASSWORD).expect(401);
    await signIn(NEW).expect(200);
    expect((await reset(token, 'another one altogether').expect(410)).body.code).toBe('link-not-valid');
    await signIn(NEW).expect(200);
    await until('the notice', async () => lettersTo(email).some(({ source }) => source.includes('was changed')));
  });

  it('has a link that holds just before the hour is over, and not at the instant', async () => {
    const token = await mailedToken();
    const made = app.clock.now().getTime();
    app.clock.set(new Date(made + 3_600_000));
    await reset(token).expect(410);
    app.clock.set(new Date(made + 3_599_999));
    await reset(token).expect(204);
  });

  it('has only one link that works, the latest', async () => {
    const [first, second] = [await mailedToken(), await mailedToken()];
    await reset(first).expect(410);
    await reset(second).expect(204);
  });

  it('of two resets at once lets one through', async () => {
    const token = await mailedToken();
    const statuses = (await Promise.all([reset(token), reset(token, 'another one altogether')])).map(
      ({ status }) => status,
    );
    expect(new Set(statuses)).toEqual(new Set([204, 410]));
  });

  it('keeps the link when the new password is too weak', async () => {
    const token = await mailedToken();
    const { body } = await reset(token, 'password123').expect(422);
    expect(body).toMatchObject({ code: 'password-too-weak', faults: [{ field: 'newPassword' }] });
    await reset(token, email).expect(422);
    await reset(token).expect(204);
  });

  it('answers the same for an address nobody has, and mails nothing', async () => {
    const nobody = `${randomUUID()}@trust.test`;
    const never = `${randomUUID()}@trust.test`;
    await aMember(app, organisation, { email: never });
    const answers = [await ask(nobody).expect(202), await ask(never).expect(202), await ask().expect(202)];
    expect(new Set(answers.map(({ text, headers }) => `${text}|${headers['content-length']}`)).size).toBe(1);
    await until('the mail', async () => lettersTo(email).length === 1);
    await until('all jobs', async () => {
      const left = await app.system((tx) =>
        tx.rows(`SELECT 1 FROM pgboss.job WHERE name = 'mail' AND state < 'completed'`),
      );
      return left.length === 0;
    });
    expect([...lettersTo(nobody), ...lettersTo(never)]).toEqual([]);
  });

  it('sends no more than three mails to one address, whoever asks, until a quarter of an hour has passed', async () => {
    for (const to of [email, `${randomUUID()}@trust.test`]) {
      for (let turn = 0; turn < 3; turn += 1) await ask(to).expect(202);
      await ask(to).expect(429);
    }
    app.clock.forward(15);
    await ask().expect(202);
  });

  it('leaves no token in the queue, and none in the database', async () => {
    const token = await mailedToken();
    const kept = await app.system((tx) =>
      tx.rows<{ row: string }>(
        `SELECT j::text AS row FROM pgboss.job j UNION ALL SELECT encode(l.token_hash, 'escape') FROM one_use_link l`,
      ),
    );
    expect(kept.length).toBeGreaterThan(1);
    expect(kept.some(({ row }) => row.includes(token))).toBe(false);
  });

  it('is slowed down for guesses from one address', async () => {
    const token = await mailedToken();
    for (let turn = 0; turn < 19; turn += 1) await reset(`guess-${turn}`).expect(410);
    await reset(token).expect(429);
  });
});

describe('a mail', () => {
  it('is tried again when the server is away', async () => {
    smtp.refuseNext = 1;
    await ask().expect(202);
    const state = await until('the refusal', async () => {
      const [job] = await app.system((tx) =>
        tx.rows<{ id: string; state: string }>(
          `SELECT id, state::text FROM pgboss.job WHERE name = 'mail' AND data->'data'->>'email' = $1`,
          [email],
        ),
      );
      return job?.state === 'retry' && job;
    });
    await app.system((tx) => tx.rows(`UPDATE pgboss.job SET start_after = now() WHERE id = $1`, [state.id]));
    // Wakes the worker, as a new job would.
    await ask(`${randomUUID()}@trust.test`);
    const link = await until('the mail', async () => tokenIn(lettersTo(email)[0]?.text ?? ''));
    await reset(link).expect(204);
  }, 45_000);

  it('comes from the product, as plain text that no answering machine answers', async () => {
    await mailedToken();
    const { source } = lettersTo(email)[0]!;
    expect(source).toMatch(/^From: Rounds <rounds@localhost>/m);
    expect(source).toMatch(/^Auto-Submitted: auto-generated/m);
    expect(source).toMatch(/^Content-Type: text\/plain; charset=utf-8/m);
  });

  it.each(['someone@other.test, second@other.test', 'a@other.test\r\nBcc: b@other.test'])(
    'never goes to two: %j',
    async (twice) => {
      await app.system((tx) => tx.rows('UPDATE person SET email = $2 WHERE id = $1', [person.personId, twice]));
      const before = smtp.letters.length;
      await ask(twice).expect(202);
      await until('every mail was tried', async () => {
        const left = await app.system((tx) =>
          tx.rows(`SELECT 1 FROM pgboss.job WHERE name = 'mail' AND state IN ('created', 'active')`),
        );
        return left.length === 0;
      });
      for (const letter of smtp.letters.slice(before)) expect(letter.to).toHaveLength(1);
    },
  );
});

describe('changing the password', () => {
  const change = (token: string, oldPassword: string, newPassword = NEW) =>
    post('person/password', { oldPassword, newPassword }, token);

  it('needs the old one, keeps this session and ends the others', async () => {
    const elsewhere = await aSession(app, person.personId, organisation.organisationId);
    await change(person.token, PASSWORD).expect(204);
    await app.as(person.token).get('/api/v1/person/me').expect(200);
    await app.as(elsewhere).get('/api/v1/person/me').expect(401);
    await signIn(NEW).expect(200);
  });

  it('leaves no link open that somebody asked for before', async () => {
    const token = await mailedToken();
    await post('person/password', { oldPassword: PASSWORD, newPassword: NEW }, person.token).expect(204);
    expect((await reset(token, 'another one altogether').expect(410)).body.code).toBe('link-not-valid');
    await signIn(NEW).expect(200);
  });

  it('refuses a wrong old one by its field, and slows guesses down', async () => {
    const { body } = await change(person.token, 'not the password').expect(400);
    expect(body).toMatchObject({ code: 'invalid-request', faults: [{ field: 'oldPassword' }] });
    for (let turn = 0; turn < 4; turn += 1) await change(person.token, 'not the password').expect(400);
    await change(person.token, PASSWORD).expect(429);
    await signIn(PASSWORD).expect(200);
  });

  it('refuses a weak new one and changes nothing', async () => {
    await change(person.token, PASSWORD, 'short').expect(422);
    await signIn(PASSWORD).expect(200);
  });

  it('is audited', async () => {
    await change(person.token, PASSWORD).expect(204);
    const rows = await app.system((tx) =>
      tx.rows(`SELECT 1 FROM audit_event WHERE action = 'password.changed' AND actor_person_id = $1`, [
        person.personId,
      ]),
    );
    expect(rows).toHaveLength(1);
  });
});

it('without a mail server says that no mail can be sent', async () => {
  const bare = await TestApp.start();
  try {
    const { body } = await bare.as().post('/api/v1/visitor/password-reset-requests').send({ email }).expect(503);
    expect(body.detail).toContain('Ask your administrator');
  } finally {
    await bare.stop();
  }
});
