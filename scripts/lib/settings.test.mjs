import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { atEnd, scratch } from '../test/processes-kit.mjs';
import { anyFreePort, isFree } from './ports.mjs';
import { choosePort, demoAnchor, isDemo, localAddress } from './settings.mjs';

describe('demo mode', () => {
  const cases = [
    { env: {}, expected: true },
    { env: { DATABASE_URL: 'postgres://x' }, expected: false },
    { env: { DATABASE_URL: 'postgres://x', DEMO: '1' }, expected: true },
    { env: { DATABASE_URL: 'postgres://x', DEMO: '' }, expected: false },
    { env: { DEMO: '0' }, expected: false },
  ];
  for (const { env, expected } of cases) {
    it(`is ${expected} for ${JSON.stringify(env)}`, () => assert.equal(isDemo(env), expected));
  }
});

describe('the day the demo ends at', () => {
  it('is the day of the first start, kept for later ones', (test) => {
    process.env.ROUNDS_STATE_DIR = scratch(test);
    assert.equal(demoAnchor({}, new Date(2026, 2, 5)), '2026-03-05');
    assert.equal(demoAnchor({}, new Date(2027, 0, 1)), '2026-03-05');
  });
  it('is DEMO_ANCHOR where that is given', () => {
    assert.equal(demoAnchor({ DEMO_ANCHOR: '2026-08-06' }), '2026-08-06');
  });
});

describe('the port', () => {
  async function takenPort(test) {
    const port = await anyFreePort();
    const server = createServer();
    await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
    atEnd(test, () => server.close());
    return String(port);
  }
  it('is the one asked for', async () => {
    const PORT = String(await anyFreePort());
    assert.equal(await choosePort({ PORT }), PORT);
  });
  it('is a fault if the one asked for is taken', async (test) => {
    const PORT = await takenPort(test);
    await assert.rejects(choosePort({ PORT }), new RegExp(`Port ${PORT} on 127\\.0\\.0\\.1 is taken`));
  });
  it('gives way to the next free one if the default is taken', async (test) => {
    const squatter = createServer();
    await new Promise((resolve) => squatter.once('error', resolve).listen(3000, '127.0.0.1', resolve));
    atEnd(test, () => squatter.close());
    const port = Number(await choosePort({}));
    assert.ok(port > 3000 && port < 3050);
    assert.equal(await isFree(port, '127.0.0.1'), true);
  });
  it('is left to the API to judge if it makes no sense', async () =>
    assert.equal(await choosePort({ PORT: 'x' }), 'x'));
});

describe('where this machine reaches the product', () => {
  const cases = [
    { env: {}, address: 'http://127.0.0.1:3000' },
    { env: { DATABASE_URL: 'postgres://x' }, address: 'http://127.0.0.1:3000' },
    { env: { HOST: '::' }, address: 'http://[::1]:3000' },
    { env: { HOST: '::1' }, address: 'http://[::1]:3000' },
    { env: { HOST: '10.0.0.7' }, address: 'http://10.0.0.7:3000' },
  ];
  for (const { env, address } of cases) {
    it(`is ${address} for ${JSON.stringify(env)}`, () => assert.equal(localAddress(3000, env), address));
  }
});
