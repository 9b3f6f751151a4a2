import { spawn } from 'node:child_process';
import os from 'node:os';
import { commandLine, parentOf } from '../lib/processes.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const PARENT_CHECK_MS = 250;

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

/** The processes between us and whoever asked for us: our parent and, if that is only a shell in between, its own. */
function linkToCaller() {
  const parent = process.ppid;
  const isShell = /^(\/bin\/)?sh -c /.test(commandLine(parent));
  return isShell ? `${parent} ${parentOf(parent)}` : `${parent}`;
}

/**
 * Calls back when whoever asked for us has gone. npm dies of SIGTERM without passing it on, so a changed parent is the
 * only news of it.
 * @returns a function that stops watching
 */
function whenCallerIsGone(callback) {
  const link = linkToCaller();
  let misses = 0;
  const look = () => {
    misses = linkToCaller() === link ? 0 : misses + 1;
    if (misses === 2) callback();
  };
  const timer = setInterval(look, PARENT_CHECK_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * Runs a command in a process group of its own, so that a Ctrl-C at the terminal reaches it once, through us, and
 * not a second time from the terminal. Every signal is passed on, and the group is swept when the command ends.
 * The command's IPC channel closes if we are killed outright: tasks take that for a SIGTERM.
 * @param withCaller true: stop the command, too, when whoever asked for us has gone
 * @returns {Promise<number>} its exit code; 128 and the signal's number if a signal ended it
 */
export function runToTheEnd(command, args, { withCaller = false, ...options }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const pass = (signal) => child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, pass);
    const stopWatching = withCaller ? whenCallerIsGone(() => child.kill('SIGTERM')) : () => {};
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
