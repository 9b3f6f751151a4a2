import { run } from 'node:test';
import path from 'node:path';
import { sourceFiles } from '../check/source-files.mjs';
import { ROOT } from '../lib/paths.mjs';
import { suiteResult } from './result.mjs';

const isTest = (data) => data.details?.type !== 'suite' && !data.name.endsWith('.test.mjs');

function failureOf(data, ended) {
  const reason = ended === 'test:fail' ? '' : data.skip !== undefined ? ' (skipped)' : ' (todo)';
  return `${path.relative(ROOT, data.file ?? '')}: ${data.name}${reason}`;
}

/** The tests of the commands themselves, by Node's own runner: they come before jest can be trusted. */
export async function runNodeTests(_life, name) {
  const files = sourceFiles(['scripts'], /\.test\.mjs$/).map((file) => path.join(ROOT, file));
  const failures = [];
  let passed = 0;
  for await (const { type, data } of run({ files, concurrency: 1, cwd: ROOT })) {
    if (type === 'test:stderr' || (type === 'test:stdout' && process.env.VERBOSE)) process.stderr.write(data.message);
    if ((type !== 'test:pass' && type !== 'test:fail') || !isTest(data)) continue;
    const isPass = type === 'test:pass' && data.skip === undefined && data.todo === undefined;
    if (isPass) passed += 1;
    else failures.push(failureOf(data, type));
    if (type === 'test:fail') console.error(data.details.error.cause ?? data.details.error);
  }
  return suiteResult(name, passed, failures, 0);
}
