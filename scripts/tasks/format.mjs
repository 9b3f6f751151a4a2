import path from 'node:path';
import { orFail } from '../lib/fault.mjs';
import { Lifetime } from '../lib/lifetime.mjs';
import { ROOT } from '../lib/paths.mjs';
import { runProgram } from '../lib/run-program.mjs';

const life = new Lifetime({ signalExit: 130 });

await orFail(life, async () => {
  await life.end(await runProgram(life, [path.join(ROOT, 'node_modules/oxfmt/bin/oxfmt'), ...process.argv.slice(2)]));
});
