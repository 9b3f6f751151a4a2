import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { LinkStore } from '../../src/domains/identity/link.store.ts';
import { joiningToken } from '../../src/domains/identity/rules/joining-code.ts';
import {
  type AMember,
  type AnOrganisation,
  aMember,
  anOrganisation,
  aPassword,
  aSession,
  PASSWORD,
} from '../factories/identity.ts';
import { NAUGHTY } from '../kit/naughty.ts';
import { TestApp } from '../kit/test-app.ts';

const XSS = '"><script>alert(1)</script>';
let app: TestApp;
let webRoot: string;
let northgate: AnOrganisation;
let fellside: AnOrganisation;
let nurse: AMember;
const email = `${randomUUID()}@trust.test`;

beforeAll(async () => {
  webRoot = mkdtempSync(path.join(os.tmpdir(), 'rounds-web-'));
  mkdirSync(path.join(webRoot, '.vite'));
  writeFileSync(
    path.join(webRoot, '.vite', 'manifest.json'),
    JSON.stringify({ 'src/styles/sign-in.css': { file: 'assets/sign-in-abc.css', isEntry: true } }),
  );
  app = await TestApp.start({ webRoot, trustedProxies: ['127.0.0.1'] });
  northgate = await app.system((tx) => anOrganisation(tx, { name: 'Northgate Health Trust' }));
  nurse = await aMember(app, northgate, { email });
  await aPassword(app, nurse.personId);
});
afterAll(async () => {
  await app.stop();
  rmSync(webRoot, { recursive: true });
});

let address = 0;
const get = (to: string, token?: string) =>
  app.as(token).get(to).set('x-forwarded-for', `192.0.2.${address}`).set('accept', 'text/html');
const post = (to: string, body: object, token?: string) =>
  app.as(token).post(to).set('x-forwarded-for', `192.0.2.${address}`).type('form').send(body);
const cookieOf = (headers: Record<string, unknown>) =>
  /^rounds=([^;]+)/.exec(String((headers['set-cookie'] as string[] | undefined)?.[0] ?? ''))?.[1];

describe('the sign-in page', () => {
  it.each(['constructor', '__proto__', 'toString'])('says nothing for the notice %s, which is none', async (notice) => {
    const { text } = await app.as().get(`/sign-in?notice=${notice}`).expect(200);
    expect(text).not.toContain('class="notice"');
  });

  it('is a whole page without script, small, never cached, under a policy that forbids what is inline', async () => {
    const { text, headers } = await get('/sign-in').expect(200).expect('content-type', 'text/html; charset=utf-8');
    expect(headers['content-security-policy']).toContain("default-src 'none';script-src 'self';style-src 'self'");
    expect(headers['cache-control']).toBe('no-store');
    expect(text).not.toMatch(/<script|<style| style=| on\w+=/i);
    expect(text).toContain('<link rel="stylesheet" href="/assets/sign-in-abc.css" />');
    expect(text.length).toBeLessThan(8000);
  });

  it('names the organisation while there is only one, and shows nothing of the demo', async () => {
    const { text } = await get('/sign-in');
    expect(text).toContain('<p class="who">Northgate Health Trust</p>');
    expect(text).not.toContain('rounds-demo');
    await post('/sign-in/demo', { who: 'clinician' }).expect(404);
    fellside = await app.system((tx) => anOrganisation(tx, { name: 'Fellside Practice' }));
    expect((await get('/sign-in')).text).not.toContain('class="who"');
  });

  it('leads to where the person wanted to go, by 303', async () => {
    const { headers } = await post('/sign-in', {
      identifier: email,
      password: PASSWORD,
      next: '/library?level=1',
    }).expect(303);
    expect(headers['location']).toBe('/library?level=1');
    await app.as(cookieOf(headers)).get('/api/v1/person/me').expect(200);
  });

  it.each(['https://other.test/', '//other.test', '/\\other.test', 'javascript:alert(1)', ''])(
    'never leads to another site: %j',
    async (next) => {
      const { headers } = await post('/sign-in', { identifier: email, password: PASSWORD, next }).expect(303);
      expect(headers['location']).toBe('/');
      expect((await get(`/sign-in?next=${encodeURIComponent(next)}`)).text).toContain('name="next" value="/" />');
    },
  );

  it('says what to mend, keeps what was typed but for the password, and takes the focus there', async () => {
    const { text } = await post('/sign-in', {
      identifier: 'a@b.test',
      password: 'not the password',
      sharedDevice: '1',
      next: '/today',
    }).expect(401);
    expect(text).toContain('<title>Error: Sign in – Rounds</title>');
    expect(text).toMatch(/<div class="summary" tabindex="-1" autofocus role="alert"/);
    expect(text).toContain('<a href="#identifier">That did not match an account.');
    expect(text.match(/That did not match an account/g)).toHaveLength(1);
    expect(text).not.toContain('aria-invalid');
    expect(text).toContain('value="a@b.test"');
    expect(text).toContain('value="1" checked');
    expect(text).toContain('name="next" value="/today"');
    expect(text).not.toContain('not the password');
  });

  it('lists every empty field, and opens the staff number’s code when it is missing', async () => {
    const empty = await post('/sign-in', {}).expect(400);
    expect(empty.text).toContain('There are 2 problems');
    const { text } = await post('/sign-in', { identifier: '004217', password: PASSWORD }).expect(400);
    expect(text).toContain('<details class="fold link staff" open>');
    expect(text).toContain('<a href="#organisationCode">');
  });

  it('sends somebody who is signed in on their way', async () => {
    const token = await aSession(app, nurse.personId, northgate.organisationId);
    await get('/sign-in?next=/today', token).expect(303).expect('location', '/today');
  });

  it.each([XSS, ...NAUGHTY])('shows what was typed as words: %j', async (naughty) => {
    address += 1;
    const { text } = await post('/sign-in', {
      identifier: naughty,
      organisationCode: naughty,
      password: naughty,
      next: naughty,
    });
    expect(text).not.toMatch(/<script>|<img|<svg><script|href="javascript/i);
    expect(text).toContain('</html>');
  });
});

describe('choosing an organisation', () => {
  it('comes between signing in and going on', async () => {
    const both = `${randomUUID()}@trust.test`;
    const person = await aMember(app, northgate, { email: both });
    await aMember(app, fellside, { personId: person.personId });
    await aPassword(app, person.personId);
    const { headers } = await post('/sign-in', { identifier: both, password: PASSWORD, next: '/library' }).expect(303);
    expect(headers['location']).toBe('/sign-in/organisation?next=%2Flibrary');
    const token = cookieOf(headers)!;
    await get('/sign-in?next=/library', token).expect(303).expect('location', '/sign-in/organisation?next=%2Flibrary');
    const { text } = await get('/sign-in/organisation?next=/library', token).expect(200);
    expect(text).toContain(`value="${fellside.organisationId}">Fellside Practice</button>`);
    await post('/sign-in/organisation', { organisationId: randomUUID(), next: '/library' }, token).expect(404);
    await post('/sign-in/organisation', { organisationId: fellside.organisationId, next: '/library' }, token)
      .expect(303)
      .expect('location', '/library');
    expect((await app.as(token).get('/api/v1/person/me')).body.organisation.name).toBe('Fellside Practice');
  });

  it('sends a stranger to sign in first', async () => {
    await get('/sign-in/organisation').expect(303).expect('location', '/sign-in?next=%2F');
    await post('/sign-in/organisation', { organisationId: northgate.organisationId })
      .expect(303)
      .expect('location', '/sign-in?next=%2F');
  });
});

describe('joining', () => {
  it('by a printed code: checked, shown with organisation and name, accepted, signed in', async () => {
    const { personId } = await aMember(app, northgate, { givenName: XSS, staffNumber: 'J-1' });
    const at = app.clock.now();
    await app.system((tx) =>
      app.nest.get(LinkStore).make(tx, {
        purpose: 'joining-code',
        personId,
        organisationId: northgate.organisationId,
        madeBy: null,
        at,
        expiresAt: new Date(at.getTime() + 1000),
        token: joiningToken(northgate.shortCode, 'K7QF2M9XRTWA'),
      }),
    );
    const wrong = await post('/join/code', { organisationCode: northgate.shortCode, code: 'AAAA-AAAA-AAAA' }).expect(
      410,
    );
    expect(wrong.text).toContain('value="AAAA-AAAA-AAAA"');
    expect((await post('/join/code', {}).expect(400)).text).toContain('There are 2 problems');
    const { headers } = await post('/join/code', {
      organisationCode: northgate.shortCode,
      code: 'k7qf 2m9x rtwa',
    }).expect(303);
    const shown = await get(headers['location']!).expect(200);
    expect(shown.text).toContain('Join Northgate Health Trust');
    expect(shown.text).toContain('Hello &quot;&gt;&lt;script&gt;');
    const token = new URL(headers['location']!, 'http://x').searchParams.get('token');
    expect((await post('/join', { token, password: 'short' }).expect(422)).text).toContain(
      'Use 10 characters or more.',
    );
    const joined = await post('/join', { token, password: 'a kettle on the moor' }).expect(303).expect('location', '/');
    await app.as(cookieOf(joined.headers)).get('/api/v1/person/me').expect(200);
    expect((await get(headers['location']!).expect(410)).text).toContain('no longer works');
  });
});

it('says that the password cannot be mailed where there is no mail server', async () => {
  expect((await get('/sign-in/forgotten').expect(200)).text).toContain('Rounds cannot send e-mail here');
});

it('refuses a form that another site sends', async () => {
  await post('/sign-in', { identifier: email, password: PASSWORD }).set('origin', 'https://other.test').expect(403);
});
