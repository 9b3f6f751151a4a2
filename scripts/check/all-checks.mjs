import { checkArchitecture, checkArchitectureCanaries } from './architecture.mjs';
import { checkLint, checkLintCanaries } from './lint.mjs';
import { checkContent, checkDeadCode, checkFormat } from './simple-checks.mjs';
import { checkTypes } from './types.mjs';

/** In the order of their results; each gives `{ faults, note }`. */
const CHECKS = [
  ['format', checkFormat],
  ['lint', checkLint],
  ['lint canaries', checkLintCanaries],
  ['types', checkTypes],
  ['architecture', checkArchitecture],
  ['architecture canaries', checkArchitectureCanaries],
  ['dead code', checkDeadCode],
  ['module library', checkContent],
];
/** Most checks keep more than one processor busy by themselves. */
const AT_ONCE = 2;

async function runOne([name, check]) {
  const begun = performance.now();
  const { faults, note } = await check().catch((error) => ({ faults: [error.stack] }));
  return { name, faults, note, seconds: (performance.now() - begun) / 1000 };
}

function print({ name, faults, note, seconds }) {
  const verdict = faults.length === 0 ? 'ok  ' : 'FAIL';
  console.log(
    `  ${verdict}  ${name.padEnd(24)}${seconds.toFixed(1).padStart(5)} s  ${faults.length === 0 ? (note ?? '') : ''}`,
  );
  for (const fault of faults) console.log(fault.replace(/^/gm, '        '));
}

/** Runs every check and prints a line for each. */
export async function runChecks() {
  const waiting = [...CHECKS];
  const results = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const result = await runOne(next);
      print(result);
      results.push(result);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}
