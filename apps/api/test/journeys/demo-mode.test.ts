import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_PASSWORD } from '@rounds/contracts/demo';
import { hashPassword } from '../../src/platform/auth/password-hash.ts';
import { JobQueue } from '../../src/platform/queue/job-queue.ts';
import { type AMember, aMember, anOrganisation } from '../factories/identity.ts';
import { TestApp } from '../kit/test-app.ts';
import { until } from '../kit/until.ts';

let app: TestApp;
let clinician: AMember;

beforeAll(async () => {
  app = await TestApp.start({ demo: true });
  clinician = await aMember(app, await app.system((tx) => anOrganisation(tx)), { email: 'clinician@demo.rounds.test' });
  const hash = await hashPassword(DEMO_PASSWORD);
  await app.system((tx) =>
    tx.rows('INSERT INTO credential (person_id, password_hash, changed_at) VALUES ($1, $2, now())', [
      clinician.personId,
      hash,
    ]),
  );
  await app.nest.get(JobQueue).startWorking();
});
afterAll(() => app.stop());

const form = (to: string, body: object) => app.as().post(to).type('form').send(body);

describe('demo mode', () => {
  it('says so and shows a button for each person to be tried, which signs in', async () => {
    const { text } = await app.as().get('/sign-in').expect(200);
    expect(text).toContain('<b>Demo.</b>');
    expect(text).toContain('name="who" value="lead"');
    const { headers } = await form('/sign-in/demo', { who: 'clinician', next: '/today' })
      .expect(303)
      .expect('location', '/today');
    const token = /^rounds=([^;]+)/.exec(String(headers['set-cookie']))![1];
    expect((await app.as(token).get('/api/v1/person/me').expect(200)).body).toMatchObject({
      personId: clinician.personId,
      demo: true,
    });
  });

  it('signs in nobody else by a button', async () => {
    await form('/sign-in/demo', { who: 'somebody' }).expect(404);
    await form('/sign-in/demo', { who: ['clinician', 'lead'] }).expect(404);
  });

  it('keeps mail in its mailbox, where its links lead on', async () => {
    expect((await app.as().get('/demo/mailbox').expect(200)).text).toContain('There is no mail yet');
    await form('/sign-in/forgotten', { email: 'clinician@demo.rounds.test' })
      .expect(303)
      .expect('location', '/sign-in/forgotten?sent=1');
    expect((await app.as().get('/sign-in/forgotten?sent=1')).text).toContain('href="/demo/mailbox"');
    const text = await until('the mail', async () => {
      const page = await app.as().get('/demo/mailbox').expect(200);
      return page.text.includes('<h2>') && page.text;
    });
    expect(text).toMatch(
      /<h2>Set a new password for Rounds<\/h2>\s*<p class="fact">\s*To clinician@demo\.rounds\.test, at/,
    );
    const link = /href="(\/sign-in\/reset\?token=[\w-]+)"/.exec(text)![1]!;
    expect((await app.as().get(link).expect(200)).text).toContain('Set a new password');
    const token = new URL(link, 'http://x').searchParams.get('token');
    expect((await form('/sign-in/reset', { token, newPassword: 'short' }).expect(422)).text).toContain(
      'href="#newPassword"',
    );
    await form('/sign-in/reset', { token, newPassword: 'a kettle on the moor' })
      .expect(303)
      .expect('location', '/sign-in?notice=password-set');
    expect((await app.as().get('/sign-in?notice=password-set')).text).toContain('Your new password is set');
    expect((await app.as().get(link).expect(410)).text).toContain('Ask for a new link');
  });
});

it('outside demo mode there is no mailbox', async () => {
  const real = await TestApp.start();
  try {
    expect((await real.as().get('/demo/mailbox').expect(404)).text).toContain('There is nothing at this address');
  } finally {
    await real.stop();
  }
});
