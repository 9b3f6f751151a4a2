import { runChecks } from '../check/all-checks.mjs';
import { suiteResult } from './result.mjs';

/** The checks of `npm run check`, each counted as one test. */
export async function runCheckSuite(_life, name) {
  const results = await runChecks();
  const failed = results.filter(({ faults }) => faults.length > 0);
  return suiteResult(
    name,
    results.length - failed.length,
    failed.map((result) => result.name),
    0,
  );
}
