import path from 'node:path';
import { buildAll } from '../build/build.mjs';
import { ended, shellCode, spawnNode, stopGroup } from '../lib/children.mjs';
import { apiEnvironment } from '../lib/database.mjs';
import { makeDemoHistory } from '../lib/demo-history.mjs';
import { orFail } from '../lib/fault.mjs';
import { Lifetime } from '../lib/lifetime.mjs';
import { ROOT } from '../lib/paths.mjs';
import { untilReady } from '../lib/readiness.mjs';
import { choosePort, isDemo, loadDotEnv, localAddress } from '../lib/settings.mjs';

/** Keeps the API's memory down: most of what it makes for a request is garbage a moment later. */
const SMALL_YOUNG_SPACE = '--max-semi-space-size=8';
const MAIN = path.join(ROOT, 'apps', 'api', 'dist', 'main.js');
const life = new Lifetime({ signalExit: 0 });

/** Starts the API, which migrates, imports the module library, serves, and prints the address. */
async function serve(env) {
  const api = spawnNode([SMALL_YOUNG_SPACE, MAIN], { cwd: ROOT, env });
  await life.add(() => stopGroup(api));
  void ended(api).then((how) => {
    if (!life.ending) console.error(`The API ended (${how.signal ?? `exit code ${how.code}`}), so Rounds stops.`);
    return life.end(shellCode(how) || 1);
  });
  return untilReady(localAddress(env.PORT, env), () => life.ending);
}

await orFail(life, async () => {
  loadDotEnv();
  const [database, PORT] = await Promise.all([apiEnvironment(life), choosePort(), buildAll(life)]);
  const env = { ...database, PORT };
  const ready = await serve(env);
  if (ready && isDemo()) await makeDemoHistory(life, env);
});
