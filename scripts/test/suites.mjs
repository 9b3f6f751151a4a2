import { runBrowserTests } from './browser-suite.mjs';
import { runCheckSuite } from './check-suite.mjs';
import { runJest } from './jest-suite.mjs';
import { runNodeTests } from './node-suite.mjs';

const jest = (folder) => (life, name) => runJest(life, name, folder);

/** In the order they run: what fails fast comes first. */
export const SUITES = [
  ['check', runCheckSuite],
  ['rules', jest('packages/rules')],
  ['contracts', jest('packages/contracts')],
  ['sealing', jest('packages/sealing')],
  ['content', jest('packages/content')],
  ['web', jest('apps/web')],
  ['api', jest('apps/api')],
  ['commands', runNodeTests],
  ['browser', runBrowserTests],
];

/** Runs the suites one after the other: each may use every processor. */
export async function runSuites(life, suites) {
  const results = [];
  for (const [name, run] of suites) {
    console.log(`\n=== ${name}`);
    const begun = performance.now();
    const result = await run(life, name).catch((error) => ({ name, passed: 0, failures: [error.stack] }));
    results.push({ ...result, seconds: (performance.now() - begun) / 1000 });
    if (life.ending) break;
  }
  return results;
}
