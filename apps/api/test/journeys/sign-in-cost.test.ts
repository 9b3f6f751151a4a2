import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import * as argon2 from '@node-rs/argon2';

/** What was checked: every hash, and with which parameters. The check itself is the real one. */
const checked: { hash: string; options: argon2.Options }[] = [];
jest.unstable_mockModule('@node-rs/argon2', () => ({
  ...argon2,
  verify: (hash: string, password: string) => {
    checked.push({ hash, options: argon2.parseOptions(hash) });
    return argon2.verify(hash, password);
  },
}));
const { aMember, anOrganisation, aPassword } = await import('../factories/identity.ts');
const { TestApp } = await import('../kit/test-app.ts');

let app: Awaited<ReturnType<typeof TestApp.start>>;
const [known, withoutPassword] = [`${randomUUID()}@trust.test`, `${randomUUID()}@trust.test`];

beforeAll(async () => {
  app = await TestApp.start();
  const trust = await app.system((tx) => anOrganisation(tx));
  await aPassword(app, (await aMember(app, trust, { email: known })).personId);
  await aMember(app, trust, { email: withoutPassword });
});
afterAll(() => app.stop());

/** All that a refused sign-in checks: what costs time there, a thousand times that of the rest. */
async function checksOf(identifier: string): Promise<typeof checked> {
  checked.length = 0;
  await app.as().post('/api/v1/visitor/session').send({ identifier, password: 'not the password' }).expect(401);
  return [...checked];
}

it('a refused sign-in costs as much for an unknown address, and for somebody without a password, as for a wrong one', async () => {
  const [own] = await checksOf(known);
  expect(await checksOf(known)).toEqual([own]);
  for (const identifier of [`${randomUUID()}@trust.test`, withoutPassword]) {
    const checks = await checksOf(identifier);
    expect(checks.map(({ options }) => options)).toEqual([own?.options]);
    expect(checks[0]?.hash).not.toBe(own?.hash);
  }
});
