/**
 * What a suite came to. Every test that did not pass counts as failed: one that was skipped or left for later too, so
 * that nothing is skipped in silence.
 */

/** A suite that ran no test at all has failed, whatever its program says. */
export function suiteResult(name, passed, failures, code) {
  const faults = [...failures];
  if (passed === 0 && faults.length === 0) faults.push('no test was run');
  if (code !== 0 && faults.length === 0) faults.push(`its program ended with exit code ${code}`);
  return { name, passed, failures: faults };
}
