import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ROOT } from '../lib/paths.mjs';
import { anyFreePort, isFree } from '../lib/ports.mjs';
import { parentOf } from '../lib/processes.mjs';
import { processesNaming, scratch, startProgram, until } from '../test/processes-kit.mjs';

const RUN = path.join(ROOT, 'scripts/run.mjs');
const START_TASK = path.join(ROOT, 'scripts/tasks/start.mjs');
const API = path.join(ROOT, 'apps/api/dist/main.js');
/** Long enough for a build on a busy machine. */
const START_MS = 120_000;

async function startProduct(test, { state, port, env = {} }) {
  // Not the demo: making its people takes most of a first start, and the browser tests start that.
  const own = { ROUNDS_STATE_DIR: state, PORT: String(port), DATABASE_URL: '', DEMO: '0', HOST: '127.0.0.1' };
  const kept = existsSync(path.join(state, 'postgres'));
  const begun = performance.now();
  const program = startProgram(test, { args: [RUN, 'start'], env: { ...own, ...env } });
  const address = `http://127.0.0.1:${port}`;
  return {
    ...program,
    /** Its seconds are printed to be looked at, and never judged: other work shares the machine. */
    serves: async () => {
      await until('the product is ready', () => isReady(address, program), START_MS);
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      const built = program.text().includes('Built the ') ? ', with a build' : '';
      console.error(`npm start on ${kept ? 'a kept' : 'an empty'} database${built}: ready after ${seconds} s`);
    },
    task: () => processesNaming(START_TASK).find((pid) => parentOf(pid) === program.pid),
  };
}

async function isReady(address, { ended, text }) {
  if (ended()) throw new Error(`The product ended before it was ready:\n${text()}`);
  const answer = await fetch(`${address}/api/health/ready`).catch(() => undefined);
  return answer?.status === 200;
}

describe('npm start', () => {
  it('serves, and on SIGTERM leaves nothing behind', async (test) => {
    const state = scratch(test);
    const port = await anyFreePort();
    const product = await startProduct(test, { state, port });
    await product.serves();
    assert.ok(processesNaming(state).length > 0);
    assert.doesNotMatch(product.text(), /PLUGIN_TIMINGS|\bWARN\b/);
    product.kill('SIGTERM');
    assert.deepEqual(await product.exit, { code: 0, signal: null }, product.text());
    assert.deepEqual(processesNaming(state), []);
    assert.equal(await isFree(port, '127.0.0.1'), true);
  });

  it('starts again after its launcher was killed outright, with nothing of the old run left', async (test) => {
    const state = scratch(test);
    const port = await anyFreePort();
    const killed = await startProduct(test, { state, port });
    await killed.serves();
    process.kill(killed.task(), 'SIGKILL');
    assert.equal((await killed.exit).code, 137);
    await until('the old API has gone', () => isFree(port, '127.0.0.1'));

    const next = await startProduct(test, { state, port });
    await next.serves();
    assert.match(next.text(), /Stopped a PostgreSQL that an earlier run left behind/);
    next.kill('SIGINT');
    assert.equal((await next.exit).code, 0);
    assert.deepEqual(processesNaming(state), []);
  });

  it('ends as a failure when the API is killed, and stops its database', async (test) => {
    const state = scratch(test);
    const port = await anyFreePort();
    const product = await startProduct(test, { state, port });
    await product.serves();
    const task = product.task();
    process.kill(
      processesNaming(API).find((pid) => parentOf(pid) === task),
      'SIGKILL',
    );
    assert.equal((await product.exit).code, 137);
    assert.deepEqual(processesNaming(state), []);
  });

  describe('on a port that is taken', () => {
    let squatter;
    let port;
    before(async () => {
      squatter = createServer().listen(0, '127.0.0.1');
      await new Promise((resolve) => squatter.once('listening', resolve));
      port = squatter.address().port;
    });
    after(() => squatter.close());

    it('says so and ends, if the port was asked for', async (test) => {
      const state = scratch(test);
      const product = await startProduct(test, { state, port });
      assert.equal((await product.exit).code, 1);
      assert.match(product.text(), new RegExp(`Port ${port} on 127\\.0\\.0\\.1 is taken`));
      assert.deepEqual(processesNaming(state), []);
    });
  });

  const nobodyThere = async () => `postgres://rounds:very-secret@127.0.0.1:${await anyFreePort()}/records`;
  for (const { fault, env, says } of [
    {
      fault: 'a database that is down',
      env: async () => ({ DATABASE_URL: await nobodyThere() }),
      says: /cannot use the database at 127\.0\.0\.1:\d+\/records \(as rounds\): .*ECONNREFUSED.*\nCheck that PostgreSQL runs there/,
    },
    {
      fault: 'an address that is not of this machine',
      env: async () => ({ HOST: '192.0.2.1' }),
      says: /cannot listen on HOST 192\.0\.2\.1, PORT \d+: .*EADDRNOTAVAIL.*\nHOST must be an address of this machine/,
    },
  ]) {
    it(`says what is wrong, where, and what to do about ${fault}`, async (test) => {
      const state = scratch(test);
      const product = await startProduct(test, { state, port: await anyFreePort(), env: await env() });
      assert.equal((await product.exit).code, 1);
      assert.match(product.text(), says);
      assert.doesNotMatch(product.text(), /^ +at |very-secret/m, 'neither a stack nor the password');
      assert.deepEqual(processesNaming(state), []);
    });
  }

  it('lists every wrong setting in one message, and stops what it started', async (test) => {
    const state = scratch(test);
    const port = await anyFreePort();
    const env = { DEMO_ANCHOR: 'soon', SMTP_URL: 'mail' };
    const product = await startProduct(test, { state, port, env });
    assert.equal((await product.exit).code, 1);
    assert.match(product.text(), /DEMO_ANCHOR[^]*SMTP_URL/);
    assert.deepEqual(processesNaming(state), []);
  });
});
