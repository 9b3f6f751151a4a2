import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { scratch } from '../test/processes-kit.mjs';
import { takeLock } from './lock.mjs';
import { birthMark } from './processes.mjs';

describe('a lock', () => {
  const lockIn = (test) => path.join(scratch(test), 'state', 'lock');

  it('is held by one, and free again when released', (test) => {
    const file = lockIn(test);
    const lock = takeLock(file);
    assert.deepEqual(takeLock(file), { heldBy: process.pid });
    lock.release();
    assert.equal(existsSync(file), false);
  });
  it('is taken over from a process that has died', (test) => {
    const file = lockIn(test);
    takeLock(file);
    writeFileSync(file, JSON.stringify({ pid: 2 ** 22 + 1, born: '1' }));
    assert.ok(takeLock(file).release);
  });
  it('is taken over if its number belongs to another process now', (test) => {
    const file = lockIn(test);
    takeLock(file);
    writeFileSync(file, JSON.stringify({ pid: process.ppid, born: `${birthMark(process.ppid)}0` }));
    assert.ok(takeLock(file).release);
  });
  it('is taken over if its file is broken', (test) => {
    const file = lockIn(test);
    takeLock(file);
    writeFileSync(file, '');
    assert.ok(takeLock(file).release);
  });
});
