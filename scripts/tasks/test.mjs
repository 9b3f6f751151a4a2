import { Fault, orFail } from '../lib/fault.mjs';
import { Lifetime } from '../lib/lifetime.mjs';
import { runSuites, SUITES } from '../test/suites.mjs';

const life = new Lifetime({ signalExit: 130 });

/** All suites, or those named on the command line. */
function chosen(names) {
  const unknown = names.filter((name) => !SUITES.some(([suite]) => suite === name));
  const known = SUITES.map(([name]) => name);
  if (unknown.length > 0) throw new Fault(`No suite "${unknown.join('", "')}". There are: ${known.join(', ')}`);
  if (names.length > 0) console.log(`Only the suites asked for: ${names.join(', ')}`);
  return SUITES.filter(([name]) => names.length === 0 || names.includes(name));
}

function printSummary(results) {
  console.log('\n=== results');
  for (const { name, failures } of results) for (const failure of failures) console.log(`  FAIL  ${name}: ${failure}`);
  for (const { name, passed, failures, seconds } of results) {
    const counts = `${String(passed).padStart(5)} passed ${String(failures.length).padStart(4)} failed`;
    console.log(`  ${name.padEnd(12)}${counts} ${seconds.toFixed(1).padStart(7)} s`);
  }
}

await orFail(life, async () => {
  const results = await runSuites(life, chosen(process.argv.slice(2)));
  if (life.ending) return;
  printSummary(results);
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failures.length, 0);
  console.log(`${passed} passed, ${failed} failed`);
  await life.end(failed === 0 ? 0 : 1);
});
