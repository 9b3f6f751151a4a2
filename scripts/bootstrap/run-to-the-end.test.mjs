import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { processesNaming, scratch, startProgram, until, writeProgram } from '../test/processes-kit.mjs';

const bootstrapUrl = new URL('./run-to-the-end.mjs', import.meta.url).href;
const lifetimeUrl = new URL('../lib/lifetime.mjs', import.meta.url).href;
const childrenUrl = new URL('../lib/children.mjs', import.meta.url).href;

/** A task that holds a child, which takes half a second to stop. */
const TASK = `
  import { Lifetime } from '${lifetimeUrl}';
  import { spawnGroup, stopGroup } from '${childrenUrl}';
  const life = new Lifetime({ signalExit: 7 });
  const child = spawnGroup(process.execPath, [process.argv[2]]);
  await life.add(() => stopGroup(child));
`;
const CHILD = `
  process.on('SIGTERM', () => setTimeout(() => { console.log('child stopped'); process.exit(0); }, 500));
  process.on('SIGINT', () => console.log('child was interrupted by the terminal'));
  console.log('child runs');
  setInterval(() => {}, 1000);
`;

/** A bootstrap that runs the task, as scripts/run.mjs does. */
async function startAll(test, { shell = false } = {}) {
  const folder = scratch(test);
  const child = writeProgram(folder, 'child.mjs', CHILD);
  const task = writeProgram(folder, 'task.mjs', TASK);
  const bootstrap = writeProgram(
    folder,
    'bootstrap.mjs',
    `import { runToTheEnd } from '${bootstrapUrl}';
     process.exit(await runToTheEnd(process.execPath, ['${task}', '${child}'], { withCaller: ${shell} }));`,
  );
  const direct = { args: [bootstrap] };
  const throughShell = { node: 'sh', args: ['-c', `${process.execPath} ${bootstrap}; exit $?`] };
  const program = startProgram(test, {
    ...(shell ? throughShell : direct),
    env: { npm_lifecycle_event: shell ? 'start' : '' },
  });
  await until('the child runs', () => program.text().includes('child runs'));
  return { ...program, folder, left: () => processesNaming(folder) };
}

describe('a bootstrapped task', () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    it(`stops all it started on ${signal}, and its exit code is passed on`, async (test) => {
      const program = await startAll(test);
      program.kill(signal);
      assert.deepEqual(await program.exit, { code: 7, signal: null });
      assert.match(program.text(), /child stopped/);
      assert.deepEqual(program.left(), []);
    });
  }

  it('stops once, in order, when a signal comes twice', async (test) => {
    const program = await startAll(test);
    program.kill('SIGINT');
    program.kill('SIGINT');
    assert.deepEqual(await program.exit, { code: 7, signal: null });
    assert.match(program.text(), /child stopped/);
    assert.doesNotMatch(program.text(), /interrupted/);
  });

  it('stops when the bootstrap is killed outright', async (test) => {
    const program = await startAll(test);
    program.kill('SIGKILL');
    await until('all have gone', () => program.left().length === 0);
  });

  it('stops when its caller has gone, as npm does, which passes no signal on', async (test) => {
    const program = await startAll(test, { shell: true });
    program.kill('SIGKILL');
    await until('all have gone', () => program.left().length === 0);
  });

  it('gives the code that a shell would, when a signal ended it', async (test) => {
    const folder = scratch(test);
    const task = writeProgram(folder, 'task.mjs', `process.kill(process.pid, 'SIGKILL');`);
    const text = `import { runToTheEnd } from '${bootstrapUrl}'; process.exit(await runToTheEnd(process.execPath, ['${task}'], {}));`;
    const program = startProgram(test, { args: [writeProgram(folder, 'bootstrap.mjs', text)] });
    assert.deepEqual(await program.exit, { code: 137, signal: null });
  });
});
