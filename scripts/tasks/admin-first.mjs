import path from 'node:path';
import { buildApi } from '../build/build.mjs';
import { apiEnvironment } from '../lib/database.mjs';
import { orFail } from '../lib/fault.mjs';
import { Lifetime } from '../lib/lifetime.mjs';
import { ROOT } from '../lib/paths.mjs';
import { runProgram } from '../lib/run-program.mjs';
import { loadDotEnv } from '../lib/settings.mjs';

const PROGRAM = path.join(ROOT, 'apps/api/dist/commands/first-administrator.js');
const life = new Lifetime({ signalExit: 130 });

await orFail(life, async () => {
  loadDotEnv();
  const [env] = await Promise.all([apiEnvironment(life, { alsoWhileRunning: true }), buildApi(life)]);
  await life.end(await runProgram(life, [PROGRAM, ...process.argv.slice(2)], { env }));
});
