import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ended, spawnGroup } from '../lib/children.mjs';
import { Fault } from '../lib/fault.mjs';
import { anyFreePort, isFree } from '../lib/ports.mjs';
import { asUser, DATABASE, ensureCluster, OWNER, readSecret } from './cluster.mjs';
import { clearLeftover, readPidFile, runningOn, shutDown } from './postmaster.mjs';

const HOST = '127.0.0.1';
const START_TIMEOUT_MS = 60_000;
/** Processes of a server that was killed outright may hold its shared memory for a moment. */
const RETRY_MS = 10_000;
const PASSING_FAULT = /shared memory block|could not bind|Address already in use/;

async function choosePort(portFile) {
  const last = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0;
  const port = last && (await isFree(last, HOST)) ? last : await anyFreePort(HOST);
  writeFileSync(portFile, String(port));
  return port;
}

function spawnServer(place, { dataDir, port, logFile, settings }) {
  const options = { listen_addresses: HOST, unix_socket_directories: '', timezone: 'UTC', ...settings };
  const args = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(logFile, 'w', 0o600);
  const child = spawnGroup(path.join(place.native, 'bin', 'postgres'), ['-D', dataDir, '-p', String(port), ...args], {
    ...asUser(place.user),
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  return child;
}

/** Resolves true once the server takes connections, false if it ended first. */
async function becomesReady(child, dataDir) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (child.exitCode === null && child.signalCode === null) {
    const said = readPidFile(dataDir);
    if (said?.pid === child.pid && said.ready) return true;
    if (Date.now() > deadline) throw new Fault('PostgreSQL takes no connections a minute after its start.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

async function startWithRetries(place, dataDir, settings) {
  const logFile = path.join(place.home, 'postgres.log');
  const giveUpAt = Date.now() + RETRY_MS;
  for (;;) {
    const port = await choosePort(path.join(place.home, 'port'));
    const child = spawnServer(place, { dataDir, port, logFile, settings });
    child.on('error', () => {});
    if (await becomesReady(child, dataDir)) return { child, port };
    const log = readFileSync(logFile, 'utf8');
    if (!PASSING_FAULT.test(log) || Date.now() > giveUpAt) {
      throw new Fault(`The embedded PostgreSQL did not start:\n${log.trim()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const urlOf = (user, secret, port, database) => `postgres://${user}:${secret}@${HOST}:${port}/${database}`;

/** The owner's address of the server that runs on this place's cluster, if one does. */
export function runningServer(place) {
  const dataDir = path.join(place.home, 'data');
  if (!runningOn(dataDir)) return undefined;
  return urlOf(OWNER, readSecret(place.home).password, readPidFile(dataDir).port, DATABASE);
}

/**
 * Starts the cluster of `place`, made at the first start, on a free port of 127.0.0.1 that is kept for later starts.
 * @param settings PostgreSQL settings beyond its defaults
 */
export async function startServer(place, { settings = {}, noSync = false } = {}) {
  const { dataDir, password, superuserPassword } = ensureCluster(place, { noSync });
  const foundRunning = await clearLeftover(dataDir);
  const { child, port } = await startWithRetries(place, dataDir, settings);
  // If this process ends without stopping the server, the server still gets word to shut down.
  const lastWord = () => child.kill('SIGINT');
  process.once('exit', lastWord);
  return {
    pid: child.pid,
    dataDir,
    foundRunning,
    url: urlOf(OWNER, password, port, DATABASE),
    superuserUrl: urlOf('postgres', superuserPassword, port, 'postgres'),
    ended: ended(child),
    async stop() {
      process.off('exit', lastWord);
      if (child.exitCode === null && child.signalCode === null) await shutDown(child.pid);
    },
  };
}
