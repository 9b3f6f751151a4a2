import { startEmbedded } from '../postgres/embedded.mjs';
import { demoAnchor, isDemo } from './settings.mjs';

/**
 * The settings that name the database: DATABASE_URL as given, or those of the embedded PostgreSQL, which is started
 * here and stopped at the task's end.
 */
async function databaseSettings(life) {
  if (process.env.DATABASE_URL) return {};
  const server = await startEmbedded();
  if (server.foundRunning) console.log('Stopped a PostgreSQL that an earlier run left behind.');
  if (server.movedTo) console.log(`The database is kept in ${server.movedTo}: PostgreSQL's user cannot reach this folder.`);
  await life.add(server.stop);
  void server.ended.then(async () => {
    if (life.ending) return;
    console.error('The embedded PostgreSQL ended unexpectedly; its last words are in postgres.log of the state folder.');
    await life.end(1);
  });
  return { ROUNDS_EMBEDDED_URL: server.url };
}

/** The environment that the API's programs run in. */
export async function apiEnvironment(life) {
  const anchor = isDemo() ? { DEMO_ANCHOR: demoAnchor() } : {};
  return { ...process.env, ...anchor, ...(await databaseSettings(life)) };
}
