import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { suiteResult } from './result.mjs';

describe('what a suite came to', () => {
  it('is its passed tests and the names of the others', () => {
    assert.deepEqual(suiteResult('api', 2, ['a'], 1), { name: 'api', passed: 2, failures: ['a'] });
  });
  it('is a failure if no test was run, whatever its program says', () => {
    assert.deepEqual(suiteResult('api', 0, [], 0).failures, ['no test was run']);
  });
  it('is a failure if its program failed with every test passed', () => {
    assert.deepEqual(suiteResult('api', 2, [], 137).failures, ['its program ended with exit code 137']);
  });
  it('is good only if tests passed and nothing else happened', () => {
    assert.deepEqual(suiteResult('api', 2, [], 0).failures, []);
  });
});
