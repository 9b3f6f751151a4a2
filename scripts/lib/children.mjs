import { spawn } from 'node:child_process';
import os from 'node:os';

const DIE_WITH_PARENT = new URL('./die-with-parent.mjs', import.meta.url).href;

/** Sends a signal to a child's whole process group. Nothing happens if the group has gone. */
export function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/**
 * Starts a program in a process group of its own: a Ctrl-C at the terminal does not reach it, so that whoever starts
 * several can stop them in order.
 */
export function spawnGroup(command, args, options = {}) {
  return spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options, detached: true });
}

/** Starts a Node program that also ends, as by SIGTERM, when this process is killed outright. */
export function spawnNode(args, options = {}) {
  const env = { ...(options.env ?? process.env), ROUNDS_PARENT: String(process.pid) };
  const stdio = ['ignore', 'inherit', 'inherit', 'ipc'];
  return spawnGroup(process.execPath, ['--import', DIE_WITH_PARENT, ...args], { stdio, ...options, env });
}

/** Resolves with `{ code, signal, error }` when the child has ended or could not be started. */
export function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve({ code: child.exitCode, signal: child.signalCode });
  }
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, signal: null, error }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
}

/** The exit code a shell would report. */
export function shellCode({ code, signal }) {
  return code ?? 128 + (os.constants.signals[signal] ?? 0);
}

/** Asks a group to end, waits, and after `graceMs` ends what is left of it. */
export async function stopGroup(child, { signal = 'SIGTERM', graceMs = 10_000 } = {}) {
  if (!child.pid) return;
  const gone = ended(child);
  if (child.exitCode === null && child.signalCode === null) signalGroup(child.pid, signal);
  const timer = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), graceMs);
  await gone;
  clearTimeout(timer);
  signalGroup(child.pid, 'SIGKILL');
}
