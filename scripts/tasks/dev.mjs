import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildAll } from '../build/build.mjs';
import { ended, shellCode, spawnGroup, stopGroup } from '../lib/children.mjs';
import { apiEnvironment } from '../lib/database.mjs';
import { makeDemoHistory } from '../lib/demo-history.mjs';
import { orFail } from '../lib/fault.mjs';
import { Lifetime } from '../lib/lifetime.mjs';
import { ROOT } from '../lib/paths.mjs';
import { nextFreePort } from '../lib/ports.mjs';
import { untilReady } from '../lib/readiness.mjs';
import { choosePort, isDemo, loadDotEnv } from '../lib/settings.mjs';

const API = path.join(ROOT, 'apps', 'api');
const WEB = path.join(ROOT, 'apps', 'web');
const LOCAL = '127.0.0.1';
const life = new Lifetime({ signalExit: 0 });

async function keepRunning(name, args, options) {
  const child = spawnGroup(process.execPath, args, options);
  await life.add(() => stopGroup(child, { graceMs: 3000 }));
  void ended(child).then((how) => {
    if (!life.ending) console.error(`The ${name} ended.`);
    return life.end(shellCode(how) || 1);
  });
}

/** The API from its source; Node starts it again whenever a file that it read changes. */
function watchApi(env) {
  const hook = pathToFileURL(path.join(ROOT, 'scripts', 'swc-hook.mjs')).href;
  const args = ['--watch', '--watch-preserve-output', '--enable-source-maps', '--import', hook, 'src/main.ts'];
  return keepRunning('API', args, { cwd: API, env });
}

/** The web by Vite, which hands what the API serves to the API. */
function watchWeb(env, port) {
  const args = ['node_modules/vite/bin/vite.js', '--port', port, '--strictPort', '--clearScreen', 'false'];
  return keepRunning('web', args, { cwd: WEB, env });
}

await orFail(life, async () => {
  loadDotEnv();
  // The first build gives the API the style sheets of the pages that it renders itself.
  const [database, port] = await Promise.all([apiEnvironment(life), choosePort(), buildAll(life)]);
  const apiPort = String(await nextFreePort(Number(port) + 1, LOCAL));
  const api = `http://${LOCAL}:${apiPort}`;
  const env = { ...database, HOST: LOCAL, PORT: apiPort };
  await watchApi(env);
  await watchWeb({ ...process.env, API_URL: api }, port);
  console.log(`Develop at http://localhost:${port} (the API alone: ${api})`);
  if ((await untilReady(api, () => life.ending)) && isDemo()) await makeDemoHistory(life, env);
});
