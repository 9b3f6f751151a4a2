import { spawn } from 'node:child_process';
import os from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const PARENT_CHECK_MS = 500;

function exitCode(code, signal) {
  return code ?? 128 + (os.constants.signals[signal] ?? 0);
}

function killGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has already gone.
  }
}

/**
 * Calls back once when npm, which started us, has gone. npm dies of SIGTERM without passing it on, so a changed
 * parent is the only news we get of it.
 */
function whenNpmIsGone(callback) {
  if (!process.env.npm_lifecycle_event) return () => {};
  const parent = process.ppid;
  const timer = setInterval(() => process.ppid !== parent && callback(), PARENT_CHECK_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * Runs a command in a process group of its own, so that a Ctrl-C at the terminal reaches it once, through us, and
 * not a second time from the terminal. Every signal is passed on, and the group is swept when the command ends.
 * The command's IPC channel closes if we are killed outright: tasks take that for a SIGTERM.
 * @returns {Promise<number>} its exit code; 128 and the signal's number if a signal ended it
 */
export function runToTheEnd(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const pass = (signal) => child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, pass);
    const stopWatching = whenNpmIsGone(() => child.kill('SIGTERM'));
    const finish = (code) => {
      for (const signal of SIGNALS) process.off(signal, pass);
      stopWatching();
      if (child.pid) killGroup(child.pid, 'SIGKILL');
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      finish(127);
    });
    child.on('exit', (code, signal) => finish(exitCode(code, signal)));
  });
}
