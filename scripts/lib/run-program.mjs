import { ended, shellCode, spawnNode, stopGroup } from './children.mjs';
import { ROOT } from './paths.mjs';

/** Runs a Node program to its end as part of a task. Resolves with its exit code. */
export async function runProgram(life, args, options = {}) {
  const child = spawnNode(args, { cwd: ROOT, ...options });
  await life.add(() => stopGroup(child));
  const how = await ended(child);
  if (how.error) console.error(how.error.message);
  return shellCode(how);
}
