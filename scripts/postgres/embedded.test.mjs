import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from '../lib/paths.mjs';
import { isAlive } from '../lib/processes.mjs';
import { atEnd, scratch, startProgram, until, writeProgram } from '../test/processes-kit.mjs';
import { removeEmbedded, runningEmbedded, startEmbedded } from './embedded.mjs';
import { runningOn } from './postmaster.mjs';
import { startThrowAway } from './throw-away.mjs';

const { Client } = createRequire(path.join(ROOT, 'apps/api/package.json'))('pg');

async function query(url, sql) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A state folder of the test's own, left without a server. */
function freshState(test, options) {
  process.env.ROUNDS_STATE_DIR = scratch(test, options);
  atEnd(test, () => removeEmbedded());
}

/** A launcher in a process of its own, killed outright once its database serves; the database outlives it. */
async function startAndKillLauncher(test) {
  const url = new URL('./embedded.mjs', import.meta.url).href;
  const text = `import { startEmbedded } from '${url}'; const { url, pid, dataDir } = await startEmbedded();
    console.log(JSON.stringify({ url, pid, dataDir })); setInterval(() => {}, 1000);`;
  const launcher = startProgram(test, { args: [writeProgram(process.env.ROUNDS_STATE_DIR, 'launcher.mjs', text)] });
  await until('the database serves', () => launcher.text().endsWith('}\n'));
  const server = JSON.parse(launcher.text());
  return { launcher, server };
}

describe('the embedded PostgreSQL', () => {
  it('takes connections by password alone, on this machine alone, and writes every commit to disk', async (test) => {
    freshState(test);
    const server = await startEmbedded();
    atEnd(test, () => server.stop());
    const [row] = await query(
      server.url,
      `SELECT current_user AS who, current_setting('fsync') AS fsync, current_setting('listen_addresses') AS listens,
         (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS super,
         (SELECT datlocprovider::text || ' ' || datlocale FROM pg_database WHERE datname = current_database()) AS locale`,
    );
    assert.deepEqual(row, { who: 'rounds', fsync: 'on', listens: '127.0.0.1', super: false, locale: 'b C.UTF-8' });
    await assert.rejects(
      query(server.url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1'),
      /password authentication failed/,
    );
    const secret = path.join(path.dirname(server.dataDir), 'secret.json');
    assert.equal(statSync(secret).mode & 0o077, 0);
  });

  it('keeps its data and its address between starts', async (test) => {
    freshState(test);
    const first = await startEmbedded();
    await query(first.url, 'CREATE TABLE kept (n int)');
    await first.stop();
    assert.equal(isAlive(first.pid), false);
    const second = await startEmbedded();
    atEnd(test, () => second.stop());
    assert.deepEqual(await query(second.url, 'SELECT * FROM kept'), []);
    assert.equal(second.url, first.url);
  });

  it('works in a folder that only its owner may enter, and keeps its data there too', async (test) => {
    freshState(test, { closed: true });
    const first = await startEmbedded();
    await query(first.url, 'CREATE TABLE kept (n int)');
    await first.stop();
    const second = await startEmbedded();
    atEnd(test, () => second.stop());
    assert.deepEqual(await query(second.url, 'SELECT * FROM kept'), []);
    // Root hands PostgreSQL to another user, who cannot enter.
    assert.equal(second.movedTo !== undefined, process.getuid() === 0);
  });

  it('stops one that outlived its launcher, and goes on with its data', async (test) => {
    freshState(test);
    const { launcher, server } = await startAndKillLauncher(test);
    await query(server.url, 'CREATE TABLE kept (n int)');
    launcher.kill('SIGKILL');
    await launcher.exit;
    assert.equal(runningOn(server.dataDir), server.pid);
    const next = await startEmbedded();
    atEnd(test, () => next.stop());
    assert.equal(next.foundRunning, true);
    assert.equal(isAlive(server.pid), false);
    assert.deepEqual(await query(next.url, 'SELECT * FROM kept'), []);
  });

  it('starts after a power cut: the server was killed and its number belongs to another program now', async (test) => {
    freshState(test);
    const { launcher, server } = await startAndKillLauncher(test);
    await query(server.url, 'CREATE TABLE kept (n int)');
    launcher.kill('SIGKILL');
    process.kill(server.pid, 'SIGKILL');
    await until('the server has gone', () => !isAlive(server.pid));
    const pidFile = path.join(server.dataDir, 'postmaster.pid');
    writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(process.ppid)));
    const next = await startEmbedded();
    atEnd(test, () => next.stop());
    assert.deepEqual(await query(next.url, 'SELECT * FROM kept'), []);
  });

  it('leaves the one alone that another living process runs, and says so', async (test) => {
    freshState(test);
    const { launcher, server } = await startAndKillLauncher(test);
    await assert.rejects(startEmbedded(), new RegExp(`already runs from this folder \\(process ${launcher.pid}\\)`));
    await assert.rejects(removeEmbedded(), /already runs/);
    assert.equal(runningEmbedded(), server.url);
    launcher.kill('SIGKILL');
    await launcher.exit;
  });

  it('says what to do about a database of another major version', async (test) => {
    freshState(test);
    const server = await startEmbedded();
    await server.stop();
    writeFileSync(path.join(server.dataDir, 'PG_VERSION'), '17\n');
    await assert.rejects(startEmbedded(), /made by PostgreSQL 17; this version of Rounds comes with 18.*demo:reset/);
  });

  it('chooses another port when its own is taken', async (test) => {
    freshState(test);
    const server = await startEmbedded();
    await server.stop();
    const { createServer } = await import('node:net');
    const squatter = createServer().listen(Number(new URL(server.url).port), '127.0.0.1');
    atEnd(test, () => squatter.close());
    const next = await startEmbedded();
    atEnd(test, () => next.stop());
    assert.notEqual(new URL(next.url).port, new URL(server.url).port);
  });
});

describe('a throw-away PostgreSQL', () => {
  it('is gone with all its files when it is stopped', async (test) => {
    freshState(test);
    const server = await startThrowAway();
    assert.deepEqual(await query(server.url, `SELECT current_setting('fsync') AS fsync`), [{ fsync: 'off' }]);
    await server.stop();
    assert.equal(existsSync(server.dataDir), false);
  });

  it('writes to disk as in production when it is asked to', async (test) => {
    freshState(test);
    const server = await startThrowAway({ durable: true });
    atEnd(test, () => server.stop());
    assert.deepEqual(await query(server.url, `SELECT current_setting('fsync') AS fsync`), [{ fsync: 'on' }]);
  });

  it('is cleared away by the next one if its maker was killed', async (test) => {
    freshState(test);
    const url = new URL('./throw-away.mjs', import.meta.url).href;
    const text = `import { startThrowAway } from '${url}'; const { pid, dataDir } = await startThrowAway();
      console.log(JSON.stringify({ pid, dataDir })); setInterval(() => {}, 1000);`;
    const maker = startProgram(test, { args: [writeProgram(process.env.ROUNDS_STATE_DIR, 'maker.mjs', text)] });
    await until('it serves', () => maker.text().endsWith('}\n'));
    const orphan = JSON.parse(maker.text());
    maker.kill('SIGKILL');
    await maker.exit;
    assert.equal(isAlive(orphan.pid), true);
    const next = await startThrowAway();
    atEnd(test, () => next.stop());
    assert.equal(isAlive(orphan.pid), false);
    assert.equal(existsSync(orphan.dataDir), false);
  });
});
