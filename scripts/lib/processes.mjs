import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const IS_LINUX = process.platform === 'linux';

function ps(pid, column) {
  try {
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/** The fields of /proc/<pid>/stat from the third on, the state; the second, the name, may hold spaces and brackets. */
function procStat(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

function isZombie(pid) {
  return (IS_LINUX ? (procStat(pid)[0] ?? '') : ps(pid, 'stat')).startsWith('Z');
}

/** True if a process of this number runs, whoever owns it. One that ended and was not collected does not run. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return !isZombie(pid);
}

/** The command line of a process, its arguments separated by spaces; empty if it has gone. */
export function commandLine(pid) {
  if (!IS_LINUX) return ps(pid, 'command');
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

/** The number of a process's parent; 0 if it has gone. */
export function parentOf(pid) {
  return Number(IS_LINUX ? procStat(pid)[1] : ps(pid, 'ppid')) || 0;
}

/** A mark that differs when the system gives a process's number to another one; empty if it has gone. */
export function birthMark(pid) {
  return IS_LINUX ? (procStat(pid)[19] ?? '') : ps(pid, 'lstart');
}

/** Waits until a process has gone. Resolves false if it still runs after `timeoutMs`. */
export async function waitUntilGone(pid, timeoutMs) {
  const deadline = Date.now() + timeoutMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}
