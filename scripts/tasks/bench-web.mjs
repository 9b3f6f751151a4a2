import { existsSync } from 'node:fs';
import path from 'node:path';
import { ended, spawnNode, stopGroup } from '../lib/children.mjs';
import { Fault, orFail } from '../lib/fault.mjs';
import { Lifetime } from '../lib/lifetime.mjs';
import { ROOT } from '../lib/paths.mjs';
import { anyFreePort } from '../lib/ports.mjs';
import { untilReady } from '../lib/readiness.mjs';
import { runProgram } from '../lib/run-program.mjs';

const life = new Lifetime({ signalExit: 130 });
const CHROMIUM_PATH = process.env.CHROMIUM_PATH || '/usr/bin/chromium';
/** Empty: the default, whatever a developer's .env says. */
const DEFAULTS = ['HOST', 'DATABASE_URL', 'DEMO', 'DEMO_ANCHOR', 'PUBLIC_URL', 'SMTP_URL'];

/** The product as a stranger starts it, on a fresh database. Resolves with its address. */
async function startFresh() {
  const PORT = String(await anyFreePort());
  const env = {
    ...process.env,
    ...Object.fromEntries(DEFAULTS.map((name) => [name, ''])),
    PORT,
    LOG_LEVEL: 'warn',
    DEMO_HISTORY: '0',
    ROUNDS_STATE_DIR: '.rounds/bench-web',
  };
  const product = spawnNode([path.join(ROOT, 'scripts/test/fresh-product.mjs')], { cwd: ROOT, env });
  await life.add(() => stopGroup(product, { graceMs: 20_000 }));
  let hasEnded = false;
  void ended(product).then(() => (hasEnded = true));
  const address = `http://127.0.0.1:${PORT}`;
  if (!(await untilReady(address, () => hasEnded || life.ending))) throw new Fault('The product did not become ready.');
  return address;
}

await orFail(life, async () => {
  if (!existsSync(CHROMIUM_PATH))
    throw new Fault(`No Chromium at ${CHROMIUM_PATH}: install the Debian package "chromium", or set CHROMIUM_PATH.`);
  const address = await startFresh();
  const program = path.join(ROOT, 'apps/web/bench/bench-web.ts');
  await life.end(await runProgram(life, [program, address], { env: { ...process.env, CHROMIUM_PATH } }));
});
