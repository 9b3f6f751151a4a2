// The product as a stranger starts it, for the browser tests: `npm start`, with a state folder of its own that begins
// empty.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { runToTheEnd } from '../bootstrap/run-to-the-end.mjs';
import { ROOT, stateDir } from '../lib/paths.mjs';
import { removeEmbedded } from '../postgres/embedded.mjs';

process.env.ROUNDS_STATE_DIR ||= '.rounds/browser-tests';
await removeEmbedded();
rmSync(stateDir(), { recursive: true, force: true });
const start = [path.join(ROOT, 'scripts/run.mjs'), 'start'];
process.exit(await runToTheEnd(process.execPath, start, { cwd: ROOT, withCaller: true }));
