import { run } from 'node:test';
import path from 'node:path';
import { sourceFiles } from '../check/source-files.mjs';
import { ROOT } from '../lib/paths.mjs';
import { suiteResult } from './result.mjs';

/** Suites and files are told of too: they count only for a fault of their own, as of a hook or while loading. */
function countsAs(type, data) {
  if (type === 'test:fail') return data.details.error.failureType === 'subtestsFailed' ? undefined : 'failed';
  if (type !== 'test:pass') return undefined;
  if (data.skip !== undefined) return 'skipped';
  if (data.todo !== undefined) return 'todo';
  const isGroup = data.details.type === 'suite' || data.name.endsWith('.test.mjs');
  return isGroup ? undefined : 'passed';
}

function describeFailure(verdict, { name, file = '', details }) {
  if (verdict === 'failed') console.error(details.error.cause ?? details.error);
  return `${path.relative(ROOT, file)}: ${name}${verdict === 'failed' ? '' : ` (${verdict})`}`;
}

/** The tests of the commands themselves, by Node's own runner: they come before jest can be trusted. */
export async function runNodeTests(_life, name) {
  const files = sourceFiles(['scripts'], /\.test\.mjs$/).map((file) => path.join(ROOT, file));
  const failures = [];
  let passed = 0;
  for await (const { type, data } of run({ files, concurrency: 1, cwd: ROOT })) {
    if (type === 'test:stderr') process.stderr.write(data.message);
    const verdict = countsAs(type, data);
    if (verdict === 'passed') passed += 1;
    else if (verdict) failures.push(describeFailure(verdict, data));
  }
  return suiteResult(name, passed, failures, 0);
}
