import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Fault } from './fault.mjs';
import { isFree, nextFreePort } from './ports.mjs';
import { ROOT, stateDir } from './paths.mjs';

const DEFAULT_PORT = 3000;

/** Takes the settings of `.env` for those that the environment does not give. */
export function loadDotEnv() {
  const file = path.join(ROOT, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/** Demo mode, by the product's own rule: no DATABASE_URL, or DEMO says so. */
export function isDemo(env = process.env) {
  return env.DEMO ? env.DEMO === '1' || env.DEMO === 'true' : !env.DATABASE_URL;
}

/** The address the API listens on unless HOST says otherwise: a demo is for this machine alone. */
function listenHost(env) {
  return env.HOST || (isDemo(env) ? '127.0.0.1' : '0.0.0.0');
}

/** The day the demo's history ends at: DEMO_ANCHOR, or the day of the first start, kept for later ones. */
export function demoAnchor(env = process.env, today = new Date()) {
  if (env.DEMO_ANCHOR) return env.DEMO_ANCHOR;
  const file = path.join(stateDir(), 'demo-anchor');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()];
  const anchor = day.map((part) => String(part).padStart(2, '0')).join('-');
  mkdirSync(stateDir(), { recursive: true });
  writeFileSync(file, `${anchor}\n`);
  return anchor;
}

/**
 * The port to listen on. A port that was asked for and is taken is a fault; the default one gives way to the next free
 * one, said aloud.
 */
export async function choosePort(env = process.env) {
  const host = listenHost(env);
  if (env.PORT) {
    const port = Number(env.PORT);
    // A senseless value is left to the API, which lists every fault of the settings at once.
    if (!Number.isInteger(port) || port < 1 || port > 65_535 || (await isFree(port, host))) return env.PORT;
    throw new Fault(
      `Port ${port} on ${host} is taken or not allowed. Stop what listens there, or set PORT to another.`,
    );
  }
  const port = await nextFreePort(DEFAULT_PORT, host);
  if (!port) throw new Fault(`No free port found from ${DEFAULT_PORT} on. Set PORT.`);
  if (port !== DEFAULT_PORT)
    console.log(`Port ${DEFAULT_PORT} is taken, so Rounds uses ${port}. Set PORT to choose another.`);
  return String(port);
}

/** Where this machine reaches what listens on `HOST` and this port. */
export function localAddress(port, env = process.env) {
  const host = listenHost(env);
  if (host === '0.0.0.0') return `http://127.0.0.1:${port}`;
  if (host === '::') return `http://[::1]:${port}`;
  return host.includes(':') ? `http://[${host}]:${port}` : `http://${host}:${port}`;
}
