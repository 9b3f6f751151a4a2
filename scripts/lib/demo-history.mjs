import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ended, shellCode, spawnNode, stopGroup } from './children.mjs';
import { ROOT } from './paths.mjs';

const PROGRAM = path.join(ROOT, 'apps', 'api', 'dist', 'demo', 'make-history.js');

/**
 * Makes the rest of the demo's year in a process of its own, at low priority, while the product already serves.
 * DEMO_HISTORY=0 leaves it out.
 */
export async function makeDemoHistory(life, env) {
  if (env.DEMO_HISTORY === '0' || !existsSync(PROGRAM)) return;
  const child = spawnNode([PROGRAM], { cwd: ROOT, env });
  if (child.pid) os.setPriority(child.pid, os.constants.priority.PRIORITY_LOW);
  await life.add(() => stopGroup(child, { graceMs: 5000 }));
  const code = shellCode(await ended(child));
  if (code !== 0 && !life.ending)
    console.error(`The rest of the demo's history could not be made (exit code ${code}).`);
}
