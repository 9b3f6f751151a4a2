import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isAlive } from '../lib/processes.mjs';

const cleanups = new WeakMap();

/** Has something done when the test ends, the latest first; Node's own hooks would run the earliest first. */
export function atEnd(test, undo) {
  if (!cleanups.has(test)) {
    cleanups.set(test, []);
    test.after(async () => {
      for (const next of cleanups.get(test).reverse()) await next();
    });
  }
  cleanups.get(test).push(undo);
}

function killAllNaming(text) {
  for (const pid of processesNaming(text)) process.kill(pid, 'SIGKILL');
}

/**
 * A folder for one test, open for other users to enter unless `closed`. It is gone when the test ends, and so is any
 * process that still names it: one that a fault left behind would keep the whole run waiting.
 */
export function scratch(test, { closed = false } = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rounds-test-'));
  if (!closed) chmodSync(folder, 0o755);
  atEnd(test, () => {
    killAllNaming(folder);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Starts a program, its output gathered in `text()`. It is killed, if need be, when the test ends. */
export function startProgram(test, { node = process.execPath, args, env = {} }) {
  const child = spawn(node, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const exit = new Promise((resolve) => child.on('exit', (code, signal) => resolve({ code, signal })));
  atEnd(test, () => child.kill('SIGKILL'));
  return {
    pid: child.pid,
    kill: (signal) => child.kill(signal),
    exit,
    ended: () => child.exitCode !== null || child.signalCode !== null,
    text: () => output,
  };
}

export function writeProgram(folder, name, text) {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** Waits until a condition holds; fails with `what` after ten seconds, or as long as is said. */
export async function until(what, condition, timeoutMs = 10_000) {
  const deadline = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Numbers of the living processes whose command line holds this text. */
export function processesNaming(text) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => commandLineOf(pid).includes(text) && isAlive(Number(pid)))
    .map(Number);
}

function commandLineOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
