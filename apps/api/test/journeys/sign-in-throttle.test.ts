import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { NOBODYS_HASH } from '../../src/platform/auth/password-hash.ts';
import { type AnOrganisation, aMember, anOrganisation, aPassword, PASSWORD } from '../factories/identity.ts';
import { TestApp } from '../kit/test-app.ts';
import { until } from '../kit/until.ts';

let app: TestApp;
let organisation: AnOrganisation;

beforeAll(async () => {
  app = await TestApp.start({ trustedProxies: ['127.0.0.1'] });
  organisation = await app.system((tx) => anOrganisation(tx));
});
afterAll(() => app.stop());

async function anAccount(): Promise<string> {
  const email = `${randomUUID()}@trust.test`;
  const { personId } = await aMember(app, organisation, { email });
  await aPassword(app, personId);
  return email;
}

function signIn(identifier: string, password: string, source = '192.0.2.1') {
  return app.as().post('/api/v1/visitor/session').set('x-forwarded-for', source).send({ identifier, password });
}

async function failures(identifier: string, count: number, source?: string): Promise<number[]> {
  const statuses = [];
  for (let turn = 0; turn < count; turn += 1)
    statuses.push((await signIn(identifier, 'not the password', source)).status);
  return statuses;
}

describe('sign-ins at once', () => {
  it('never wait for each other for ever, whatever the order of their counters', async () => {
    for (let turn = 0; turn < 12; turn += 1) {
      const email = await anAccount();
      const answers = await Promise.all(Array.from({ length: 4 }, () => signIn(email, PASSWORD, '192.0.2.77')));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    }
  });

  it('hold no counter while a session is opened: others of the same address go on', async () => {
    const [email, other] = [await anAccount(), await anAccount()];
    const { opening, failed } = await app.system(async (tx) => {
      await tx.rows('LOCK TABLE session IN EXCLUSIVE MODE');
      const opening = signIn(email, PASSWORD, '192.0.2.79').then(({ status }) => status);
      const atTheDoor = `SELECT 1 FROM pg_locks WHERE relation = 'session'::regclass AND NOT granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
      await until('the session waits', async () => (await tx.rows(atTheDoor)).length === 1);
      const failing = signIn(other, 'not the password', '192.0.2.79').then(({ status }) => status);
      return { opening, failed: await Promise.race([failing, delay(5000, 'still waiting')]) };
    });
    expect(failed).toBe(401);
    expect(await opening).toBe(200);
  }, 15_000);
});

describe('failures slow an account down', () => {
  it('for half a minute after the fifth, even for the right password, and not a second longer', async () => {
    const email = await anAccount();
    expect(await failures(email, 5)).toEqual([401, 401, 401, 401, 401]);
    const refused = await signIn(email, PASSWORD).expect(429);
    expect(refused.body).toMatchObject({ code: 'too-many-tries', detail: 'Wait 30 seconds, then try again.' });
    expect(refused.headers['retry-after']).toBe('30');
    app.clock.forward(29 / 60);
    await signIn(email, PASSWORD).expect(429);
    app.clock.forward(1 / 60);
    await signIn(email, PASSWORD).expect(200);
  });

  it('twice as long after each further one', async () => {
    const email = await anAccount();
    await failures(email, 5);
    app.clock.forward(0.5);
    expect(await failures(email, 1)).toEqual([401]);
    expect((await signIn(email, PASSWORD)).headers['retry-after']).toBe('60');
  });

  it('whether or not there is such an account', async () => {
    const [known, unknown] = [await anAccount(), `${randomUUID()}@trust.test`];
    const answers = [];
    for (const email of [known, unknown]) {
      for (let turn = 0; turn < 5; turn += 1) await signIn(email, 'not the password');
      answers.push(await signIn(email, 'not the password').expect(429));
    }
    const [one, other] = answers.map(({ body, headers }) => ({
      ...body,
      correlationId: '',
      retry: headers['retry-after'],
    }));
    expect(one).toEqual(other);
  });

  it('and no other writing of its address goes past that', async () => {
    const email = `kim.${randomUUID()}@trust.test`;
    await aPassword(app, (await aMember(app, organisation, { email })).personId);
    await failures(email, 5);
    // U+212A is k in lower case, and U+0130 i by some rules and i with a dot above by others.
    for (const other of [email.toUpperCase(), email.replace('k', '\u212A'), email.replace('i', '\u0130')])
      expect((await signIn(other, PASSWORD)).status).not.toBe(200);
  });

  it('not once it has signed in', async () => {
    const email = await anAccount();
    await failures(email, 4);
    await signIn(email, PASSWORD).expect(200);
    expect(await failures(email, 4)).toEqual([401, 401, 401, 401]);
  });

  it('not when a day has passed', async () => {
    const email = await anAccount();
    await failures(email, 5);
    app.clock.forward(24 * 60);
    expect(await failures(email, 5)).toEqual([401, 401, 401, 401, 401]);
  });

  it('when they all come at once, too', async () => {
    const email = await anAccount();
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(email, 'not the password')));
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([...Array<number>(5).fill(401), ...Array<number>(7).fill(429)]);
  });

  it('and waiting does not lengthen the wait', async () => {
    const email = await anAccount();
    await failures(email, 5);
    expect(await failures(email, 6)).toEqual([429, 429, 429, 429, 429, 429]);
    app.clock.forward(0.5);
    await signIn(email, PASSWORD).expect(200);
  });
});

describe('failures slow an address down', () => {
  it('after a hundred, whatever account they try, and no other address', async () => {
    const email = await anAccount();
    const source = '2001:db8:1:1::7';
    const many = Array.from({ length: 100 }, (_, index) => signIn(`${index}@nobody.test`, 'not the password', source));
    for (const answer of await Promise.all(many)) expect(answer.status).toBe(401);
    await signIn(email, PASSWORD, '2001:db8:1:1:ffff::8').expect(429);
    await signIn(email, PASSWORD, '2001:db8:1:2::7').expect(200);
  }, 30_000);

  it('not when failures are few and far between, however many they become', async () => {
    const email = await anAccount();
    for (let turn = 0; turn < 120; turn += 1) {
      app.clock.forward(50);
      expect((await signIn(`${turn}@nobody.test`, 'not the password', '192.0.2.78')).status).toBe(401);
    }
    await signIn(email, PASSWORD, '192.0.2.78').expect(200);
  }, 30_000);

  it('not by those who sign in: a hospital comes from one address', async () => {
    const email = await anAccount();
    for (let turn = 0; turn < 105; turn += 1) await signIn(email, PASSWORD, '192.0.2.77').expect(200);
  }, 30_000);
});

describe('a stranger’s guesses', () => {
  const markIn = (answer: { headers: object }) => {
    const cookies = (answer.headers as { 'set-cookie'?: string[] })['set-cookie'] ?? [];
    return cookies
      .map((cookie) => /^(rounds-device=[^;]+); Path=\/; HttpOnly; SameSite=Lax; Max-Age=31536000$/.exec(cookie)?.[1])
      .find(Boolean);
  };
  const knownDevice = (mark: string | undefined, email: string, password: string, source: string) =>
    signIn(email, password, source).set('cookie', mark ?? '');

  it('from their own network do not keep the owner out of another', async () => {
    const email = await anAccount();
    expect(await failures(email, 6, '198.51.100.1')).toEqual([401, 401, 401, 401, 401, 429]);
    await signIn(email, PASSWORD, '198.51.100.2').expect(200);
    await signIn(email, PASSWORD, '198.51.100.1').expect(429);
  });

  it('from many networks slow down unknown devices, and never a known one', async () => {
    const [email, colleague] = [await anAccount(), await anAccount()];
    const mark = markIn(await signIn(email, PASSWORD, '192.0.2.80').expect(200));
    const theirs = markIn(await signIn(colleague, PASSWORD, '192.0.2.80').expect(200));
    for (let turn = 0; turn < 6; turn += 1) await failures(email, 5, `203.0.113.${turn}`);
    const refused = await signIn(email, PASSWORD, '192.0.2.80').expect(429);
    expect(refused.headers['retry-after']).toBe('300');
    await knownDevice(theirs, email, PASSWORD, '192.0.2.80').expect(429);
    await knownDevice(mark, email, PASSWORD, '192.0.2.80').expect(200);
    await knownDevice(mark, email, PASSWORD, '203.0.113.1').expect(200);
    app.clock.forward(5);
    await signIn(email, PASSWORD, '192.0.2.81').expect(200);
  }, 30_000);

  it('on the known device itself are slowed down there, and there alone', async () => {
    const email = await anAccount();
    const mark = markIn(await signIn(email, PASSWORD, '192.0.2.82').expect(200));
    for (let turn = 0; turn < 5; turn += 1) await knownDevice(mark, email, 'not it', `192.0.2.9${turn}`).expect(401);
    await knownDevice(mark, email, PASSWORD, '192.0.2.99').expect(429);
    await signIn(email, PASSWORD, '192.0.2.82').expect(200);
  });

  it('a shared device is not marked, and a new password ends the marks of the old', async () => {
    const email = await anAccount();
    const shared = await signIn(email, PASSWORD).send({ identifier: email, password: PASSWORD, sharedDevice: true });
    expect([shared.status, markIn(shared)]).toEqual([200, undefined]);
    const mark = markIn(await signIn(email, PASSWORD, '192.0.2.83').expect(200));
    await failures(email, 5, '192.0.2.83');
    await knownDevice(mark, email, PASSWORD, '192.0.2.83').expect(200);
    await failures(email, 5, '192.0.2.83');
    await app.system((tx) =>
      tx.rows(`UPDATE credential c SET password_hash = $2 FROM person p WHERE p.id = c.person_id AND p.email = $1`, [
        email,
        NOBODYS_HASH,
      ]),
    );
    await knownDevice(mark, email, PASSWORD, '192.0.2.83').expect(429);
  });
});
