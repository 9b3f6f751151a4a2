import { ended, shellCode, spawnNode, stopGroup } from './children.mjs';
import { ROOT } from './paths.mjs';

/**
 * Runs a Node program to its end as part of a task.
 * @param stopSignal what tells the program to end early and in order
 * @returns its exit code
 */
export async function runProgram(life, args, { stopSignal = 'SIGTERM', ...options } = {}) {
  const child = spawnNode(args, { cwd: ROOT, ...options });
  await life.add(() => stopGroup(child, { signal: stopSignal }));
  const how = await ended(child);
  if (how.error) console.error(how.error.message);
  return shellCode(how);
}
