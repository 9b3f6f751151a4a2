import path from 'node:path';
import { ROOT } from '../lib/paths.mjs';
import { runProgram } from '../lib/run-program.mjs';
import { withReport } from './report-file.mjs';
import { suiteResult } from './result.mjs';

const NODE_OPTIONS = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

/** Why a file could not be loaded, below jest's own headline. */
function reasonIn(message) {
  const lines = message.split('\n').map((line) => line.trim());
  return lines.find((line) => line !== '' && !line.startsWith('●')) ?? 'holds no test';
}

function failuresOf({ name, message, assertionResults }) {
  const file = path.relative(ROOT, name);
  const failed = assertionResults.filter(({ status }) => status !== 'passed');
  if (assertionResults.length === 0) return [`${file}: ${reasonIn(message)}`];
  return failed.map(({ fullName, status }) => `${file}: ${fullName}${status === 'failed' ? '' : ` (${status})`}`);
}

/** The tests of one workspace package, by jest. */
export async function runJest(life, name, folder) {
  const cwd = path.join(ROOT, folder);
  const { code, report } = await withReport((file) =>
    runProgram(
      life,
      [...NODE_OPTIONS, 'node_modules/jest/bin/jest.js', '--passWithNoTests', '--json', '--outputFile', file],
      { cwd },
    ),
  );
  if (!report) return suiteResult(name, 0, ['jest gave no result'], code);
  return suiteResult(name, report.numPassedTests, report.testResults.flatMap(failuresOf), code);
}
