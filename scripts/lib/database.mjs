import path from 'node:path';
import { runningEmbedded, startEmbedded } from '../postgres/embedded.mjs';
import { ROOT } from './paths.mjs';
import { demoAnchor, isDemo } from './settings.mjs';

function tellAbout(server) {
  if (server.foundRunning) console.log('Stopped a PostgreSQL that an earlier run left behind.');
  if (server.movedTo)
    console.log(`The database is kept in ${server.movedTo}: PostgreSQL's user cannot reach this folder.`);
}

async function endWith(server, life) {
  await server.ended;
  if (life.ending) return;
  console.error('The embedded PostgreSQL ended unexpectedly; its last words are in postgres.log of the state folder.');
  await life.end(1);
}

/** The address of the embedded PostgreSQL, which is started here and stopped at the task's end. */
async function embeddedUrl(life) {
  const starting = startEmbedded();
  // Registered before it is up: an end that comes meanwhile waits for it.
  await life.add(async () => (await starting.catch(() => undefined))?.stop());
  const server = await starting;
  tellAbout(server);
  void endWith(server, life);
  return server.url;
}

/**
 * The environment that the API's programs run in: DATABASE_URL as given, or else the embedded PostgreSQL.
 * @param alsoWhileRunning true: if the product already runs from this folder, use the database that it runs
 */
export async function apiEnvironment(life, { alsoWhileRunning = false } = {}) {
  // Compiled code is kept between starts: a quarter less work until the API serves.
  const env = { NODE_COMPILE_CACHE: path.join(ROOT, 'node_modules', '.cache', 'node-compile'), ...process.env };
  if (isDemo()) env.DEMO_ANCHOR = demoAnchor();
  if (env.DATABASE_URL) return env;
  env.ROUNDS_EMBEDDED_URL = (alsoWhileRunning && runningEmbedded()) || (await embeddedUrl(life));
  return env;
}
