import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  type AMember,
  type AnOrganisation,
  aMember,
  anOrganisation,
  aPassword,
  PASSWORD,
} from '../factories/identity.ts';
import { NAUGHTY } from '../kit/naughty.ts';
import { TestApp } from '../kit/test-app.ts';

let app: TestApp;
let northgate: AnOrganisation;
let fellside: AnOrganisation;
let nurse: AMember & { email: string; staffNumber: string };
let address = 0;

beforeAll(async () => {
  app = await TestApp.start({ trustedProxies: ['127.0.0.1'] });
  [northgate, fellside] = await app.system(async (tx) => [await anOrganisation(tx), await anOrganisation(tx)] as const);
  nurse = await aSomebody();
});
afterAll(() => app.stop());
// Each test comes from an address of its own, so that failures of one do not slow another down.
beforeEach(() => void (address += 1));

async function aSomebody(overrides: Parameters<typeof aMember>[2] = {}) {
  const own = randomUUID().slice(0, 8);
  const [email, staffNumber] = [`j.${own}@trust.test`, `N${own}`];
  const member = await aMember(app, northgate, { email, staffNumber, ...overrides });
  await aPassword(app, member.personId);
  return { ...member, email, staffNumber };
}

const from = () => `192.0.2.${address}`;
function signIn(body: object, source = from()) {
  return app.as().post('/api/v1/visitor/session').set('x-forwarded-for', source).send(body);
}
const cookieOf = (headers: Record<string, unknown>) =>
  String((headers['set-cookie'] as string[] | undefined)?.[0] ?? '');
const tokenOf = (headers: Record<string, unknown>) => /^rounds=([^;]+)/.exec(cookieOf(headers))?.[1];

describe('signing in', () => {
  it('opens a session by e-mail address and password, whatever the case of the address', async () => {
    const { body, headers } = await signIn({ identifier: ` ${nurse.email.toUpperCase()} `, password: PASSWORD }).expect(
      200,
    );
    expect(body).toEqual({
      signedIn: true,
      organisationId: northgate.organisationId,
      organisations: [{ organisationId: northgate.organisationId, name: northgate.name }],
    });
    const me = await app.as(tokenOf(headers)).get('/api/v1/person/me').expect(200);
    expect(me.body).toMatchObject({
      personId: nurse.personId,
      name: 'Juniper Larkspur',
      email: nurse.email,
      postTitle: 'Ward nurse',
      roles: [],
      demo: false,
      sharedDevice: false,
      organisation: { organisationId: northgate.organisationId, name: northgate.name, timeZone: 'Europe/London' },
    });
  });

  it('opens one by staff number and the organisation’s short code', async () => {
    const body = {
      identifier: nurse.staffNumber.toLowerCase(),
      organisationCode: northgate.shortCode.toUpperCase(),
      password: PASSWORD,
    };
    expect((await signIn(body).expect(200)).body.organisationId).toBe(northgate.organisationId);
  });

  it('does not know a staff number in another organisation', async () => {
    await signIn({ identifier: nurse.staffNumber, organisationCode: fellside.shortCode, password: PASSWORD }).expect(
      401,
    );
  });

  it('asks for the code beside a staff number, naming the field', async () => {
    const { body } = await signIn({ identifier: nurse.staffNumber, password: PASSWORD }).expect(400);
    expect(body.faults).toEqual([{ field: 'organisationCode', message: expect.stringContaining('short code') }]);
  });

  it('keeps the token as a hash alone, in a cookie that no script reads and no other site sends', async () => {
    const { headers } = await signIn({ identifier: nurse.email, password: PASSWORD }).expect(200);
    expect(cookieOf(headers)).toMatch(/^rounds=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/);
    const rows = await app.system((tx) =>
      tx.rows(`SELECT 1 FROM session WHERE encode(token_hash, 'escape') LIKE '%' || $1 || '%'`, [tokenOf(headers)!]),
    );
    expect(rows).toEqual([]);
    const shared = await signIn({ identifier: nurse.email, password: PASSWORD, sharedDevice: true }).expect(200);
    expect(cookieOf(shared.headers)).not.toContain('Max-Age');
  });

  it('ends the session that the browser brought along', async () => {
    const { headers } = await signIn({ identifier: nurse.email, password: PASSWORD });
    const old = tokenOf(headers)!;
    await app.as(old).post('/api/v1/visitor/session').send({ identifier: nurse.email, password: PASSWORD }).expect(200);
    await app.as(old).get('/api/v1/person/me').expect(401);
  });
});

describe('signing in binds the cookie to the host under TLS', () => {
  it('by its name and by Secure', async () => {
    const secure = await TestApp.start({ publicUrl: 'https://rounds.trust.test', secure: true });
    try {
      const member = await aMember(secure, await secure.system((tx) => anOrganisation(tx)), {
        email: 'tls@trust.test',
      });
      await aPassword(secure, member.personId);
      const { headers } = await secure
        .as()
        .post('/api/v1/visitor/session')
        .send({ identifier: 'tls@trust.test', password: PASSWORD })
        .expect(200);
      expect(cookieOf(headers)).toMatch(
        /^__Host-rounds=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000; Secure$/,
      );
      expect(headers['strict-transport-security']).toContain('max-age=31536000');
    } finally {
      await secure.stop();
    }
  });
});

describe('a sign-in that fails', () => {
  it('answers the same for a wrong password, an unknown address and somebody who never set a password', async () => {
    const noPassword = `${randomUUID()}@trust.test`;
    await aMember(app, northgate, { email: noPassword });
    const tries = [
      { identifier: nurse.email, password: 'not the password' },
      { identifier: `${randomUUID()}@trust.test`, password: 'not the password' },
      { identifier: noPassword, password: 'not the password' },
      { identifier: nurse.staffNumber, organisationCode: northgate.shortCode, password: 'not the password' },
      { identifier: '99999999', organisationCode: northgate.shortCode, password: 'not the password' },
      { identifier: nurse.staffNumber, organisationCode: 'nowhere', password: 'not the password' },
    ];
    const answers = [];
    for (const body of tries) answers.push(await signIn(body).expect(401));
    const seen = answers.map(({ body, headers }) => ({
      ...body,
      correlationId: '',
      cookie: headers['set-cookie'],
      length: headers['content-length'],
    }));
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(seen[0]).toMatchObject({ code: 'sign-in-failed' });
  });

  it('is audited without what was typed; success with the session', async () => {
    const typed = `oops-my-${randomUUID()}@trust.test`;
    await signIn({ identifier: typed, password: 'not the password' }).expect(401);
    app.clock.forward(1);
    await signIn({ identifier: nurse.email, password: PASSWORD }).expect(200);
    const rows = await app.system((tx) =>
      tx.rows<{ action: string; actor_person_id: string | null }>(
        'SELECT * FROM audit_event WHERE source_address = $1 ORDER BY at, id',
        [from()],
      ),
    );
    expect(rows.map(({ action, actor_person_id: who }) => [action, who])).toEqual([
      ['sign-in.failed', null],
      ['session.started', nurse.personId],
    ]);
    expect(JSON.stringify(rows)).not.toContain('oops');
  });
});

describe('naughty strings', () => {
  it.each(NAUGHTY)('in every field are refused plainly: %j', async (naughty) => {
    const source = `203.0.113.${NAUGHTY.indexOf(naughty)}`;
    const statuses = [];
    for (const body of [
      { identifier: naughty, password: naughty, organisationCode: naughty.slice(0, 20) },
      { identifier: `${naughty}@trust.test`, password: naughty },
      { identifier: nurse.email, password: naughty },
    ]) {
      const { status, body: answer } = await signIn(body, source);
      statuses.push(status);
      expect(answer.code).not.toBe('unexpected');
    }
    for (const status of statuses) expect([400, 401, 429]).toContain(status);
    app.clock.forward(60 * 24);
  });
});
