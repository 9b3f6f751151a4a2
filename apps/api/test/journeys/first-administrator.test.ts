import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { firstAdministrator } from '../../src/commands/first-administrator.ts';
import { expectAnotherApp } from '../kit/another-app.ts';
import { aDatabase } from '../kit/template-database.ts';
import { TestApp } from '../kit/test-app.ts';

const NEW = 'a kettle on the moor';
let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start();
  app.clock.set(new Date());
});
afterAll(() => app.stop());

const ROBIN = [
  '--organisation',
  'Northgate Health Trust',
  '--code',
  'NGT',
  '--given',
  'Robin',
  '--family',
  'Hale',
  '--email',
  'robin.hale@trust.test',
];

async function run(args: readonly string[], url = app.url) {
  const said: string[] = [];
  const environment = { DATABASE_URL: url, LOG_LEVEL: 'silent', PUBLIC_URL: 'https://rounds.trust.test' };
  expectAnotherApp();
  const code = await firstAdministrator(args, environment, (words) => said.push(words));
  return {
    code,
    said: said.join('\n'),
    token: /https:\/\/rounds\.trust\.test\/join\?token=([\w-]+)/.exec(said.join('\n'))?.[1] ?? '',
  };
}

it('makes an organisation and its administrator, whose printed link works once', async () => {
  const { code, said, token } = await run(ROBIN);
  expect(code).toBe(0);
  expect(said).toContain('administrator of Northgate Health Trust');
  const { headers } = await app.as().post('/api/v1/visitor/invitation').send({ token, password: NEW }).expect(200);
  const cookie = /^rounds=([^;]+)/.exec(String(headers['set-cookie']))![1];
  const { body } = await app.as(cookie).get('/api/v1/person/me').expect(200);
  expect(body).toMatchObject({
    name: 'Robin Hale',
    roles: ['administrator'],
    organisation: { name: 'Northgate Health Trust' },
  });
  await app.as().post('/api/v1/visitor/invitation').send({ token, password: NEW }).expect(410);
});

it('refuses when there is an administrator, unless it is said again', async () => {
  await expect(run(ROBIN)).rejects.toThrow('There is an administrator already');
  const again = await run([...ROBIN, '--again']);
  expect(again.code).toBe(0);
  const counts = await app.system((tx) =>
    tx.row(
      'SELECT (SELECT count(*)::int FROM organisation) AS o, (SELECT count(*)::int FROM person) AS p, (SELECT count(*)::int FROM role_grant) AS r',
    ),
  );
  expect(counts).toEqual({ o: 1, p: 1, r: 1 });
});

it('holds just before 72 hours are over, and not at the instant', async () => {
  const { token } = await run([...ROBIN, '--again']);
  const row = await app.system((tx) =>
    tx.row<{ created_at: Date }>(`SELECT created_at FROM one_use_link WHERE withdrawn_at IS NULL AND used_at IS NULL`),
  );
  app.clock.set(new Date(row!.created_at.getTime() + 72 * 3_600_000));
  await app.as().get('/api/v1/visitor/invitation').query({ token }).expect(410);
  app.clock.set(new Date(row!.created_at.getTime() + 72 * 3_600_000 - 1));
  await app.as().get('/api/v1/visitor/invitation').query({ token }).expect(200);
});

it('lists every fault of its arguments, and changes nothing', async () => {
  const { url, drop } = await aDatabase();
  try {
    const { code, said } = await run(
      ['--organisation', 'Trust', '--code', 'not a code', '--email', 'nobody', '--time-zone', 'Mars/Base'],
      url,
    );
    expect(code).toBe(2);
    for (const fault of ['--code takes', '--given is needed', '--family is needed', '--email must', '--time-zone must'])
      expect(said).toContain(fault);
    expect((await run(['--unknown', 'x'], url)).code).toBe(2);
  } finally {
    await drop();
  }
});
