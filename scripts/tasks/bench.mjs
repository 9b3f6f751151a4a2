import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildAll } from '../build/build.mjs';
import { orFail } from '../lib/fault.mjs';
import { Lifetime } from '../lib/lifetime.mjs';
import { ROOT } from '../lib/paths.mjs';
import { runProgram } from '../lib/run-program.mjs';

const HOOK = pathToFileURL(path.join(ROOT, 'scripts/swc-hook.mjs')).href;
const life = new Lifetime({ signalExit: 130 });

await orFail(life, async () => {
  await buildAll(life);
  const program = path.join(ROOT, 'apps/api/bench/bench.ts');
  await life.end(await runProgram(life, ['--import', HOOK, program, ...process.argv.slice(2)]));
});
