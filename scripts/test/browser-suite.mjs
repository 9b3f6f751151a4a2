import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../lib/paths.mjs';
import { runProgram } from '../lib/run-program.mjs';
import { withReport } from './report-file.mjs';
import { suiteResult } from './result.mjs';

const chromium = () => process.env.CHROMIUM_PATH || '/usr/bin/chromium';

function failuresOf(suite, above = []) {
  const path = suite.title ? [...above, suite.title] : above;
  const own = (suite.specs ?? []).flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status !== 'expected')
      .map(
        ({ projectName, status }) =>
          `${[...path, title].join(' › ')} [${projectName}]${status === 'unexpected' ? '' : ` (${status})`}`,
      ),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => failuresOf(inner, path))];
}

/** The product as started by `npm start`, in real Chromium. */
export async function runBrowserTests(life, name) {
  if (!existsSync(chromium())) {
    const remedy = 'install the Debian package "chromium", or set CHROMIUM_PATH to one';
    return suiteResult(name, 0, [`No Chromium at ${chromium()}, so no browser test was run: ${remedy}`], 1);
  }
  const { code, report } = await withReport((file) => {
    const env = { ...process.env, CHROMIUM_PATH: chromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: file };
    const args = ['node_modules/@playwright/test/cli.js', 'test', '--reporter=line,json'];
    // Only SIGINT makes it stop the product that it started.
    return runProgram(life, args, { cwd: path.join(ROOT, 'apps/web'), env, stopSignal: 'SIGINT' });
  });
  if (!report) return suiteResult(name, 0, ['playwright gave no result'], code);
  const failures = [
    ...report.suites.flatMap((suite) => failuresOf(suite)),
    ...report.errors.map(({ message }) => message),
  ];
  return suiteResult(name, report.stats.expected, failures, code);
}
