import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from '../lib/paths.mjs';
import { scratch, startProgram } from '../test/processes-kit.mjs';

const TASK = path.join(ROOT, 'scripts/tasks/demo-reset.mjs');

/** Runs the task beside a database that was kept, and tells what became of it. */
async function reset(test, DATABASE_URL) {
  const state = scratch(test);
  const kept = path.join(state, 'postgres', 'data', 'a-file');
  const anchor = path.join(state, 'demo-anchor');
  mkdirSync(path.dirname(kept), { recursive: true });
  for (const file of [kept, anchor]) writeFileSync(file, '2026-11-22');
  const program = startProgram(test, { args: [TASK], env: { ROUNDS_STATE_DIR: state, DATABASE_URL } });
  const { code } = await program.exit;
  return { code, text: program.text(), isKept: existsSync(kept), anchorIsKept: existsSync(anchor) };
}

describe('npm run demo:reset', () => {
  it('removes the embedded database, and keeps the day that the demo ends at', async (test) => {
    const done = await reset(test, '');
    assert.deepEqual([done.code, done.isKept, done.anchorIsKept], [0, false, true], done.text);
    assert.match(done.text, /The next start makes it again/);
  });

  it('leaves everything where DATABASE_URL is set, and says why and both ways out', async (test) => {
    const done = await reset(test, 'postgres://rounds:very-secret@db.example/rounds');
    assert.deepEqual([done.code, done.isKept], [1, true], done.text);
    assert.match(done.text, /Nothing was removed. DATABASE_URL is set/);
    assert.match(done.text, /drop the database, create it anew/);
    assert.match(done.text, /DATABASE_URL= npm run demo:reset/);
    assert.doesNotMatch(done.text, /^ +at |very-secret/m);
  });
});
