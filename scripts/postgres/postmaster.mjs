import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Fault } from '../lib/fault.mjs';
import { commandLine, isAlive, waitUntilGone } from '../lib/processes.mjs';

/** A shutdown may have to write a large checkpoint first. */
const FAST_SHUTDOWN_MS = 30_000;
const IMMEDIATE_SHUTDOWN_MS = 5_000;

const pidFile = (dataDir) => path.join(dataDir, 'postmaster.pid');

/** What PostgreSQL says of itself in postmaster.pid: its number, port, and whether it takes connections yet. */
export function readPidFile(dataDir) {
  try {
    const lines = readFileSync(pidFile(dataDir), 'utf8').split('\n');
    return { pid: Math.abs(Number(lines[0])), port: Number(lines[3]), ready: (lines[7] ?? '').trim() === 'ready' };
  } catch {
    return undefined;
  }
}

/** The number of the PostgreSQL that runs on this data folder, if one does; a number reused by another program is none. */
export function runningOn(dataDir) {
  const pid = readPidFile(dataDir)?.pid;
  if (!pid || !isAlive(pid)) return undefined;
  const command = commandLine(pid);
  return command.includes('postgres') && command.includes(dataDir) ? pid : undefined;
}

async function signalAndWait(pid, signal, timeoutMs) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
  return waitUntilGone(pid, timeoutMs);
}

/** Shuts PostgreSQL down cleanly and waits; an immediate shutdown (it recovers at its next start) is the last resort. */
export async function shutDown(pid) {
  if (await signalAndWait(pid, 'SIGINT', FAST_SHUTDOWN_MS)) return;
  if (await signalAndWait(pid, 'SIGQUIT', IMMEDIATE_SHUTDOWN_MS)) return;
  throw new Fault(`PostgreSQL (process ${pid}) does not stop.`);
}

/**
 * Clears the way for a start after a crash: stops a PostgreSQL that outlived its launcher, and removes the file of
 * one that died, whose number may belong to another program by now.
 * @returns {Promise<boolean>} true if one was still running
 */
export async function clearLeftover(dataDir) {
  const pid = runningOn(dataDir);
  if (pid) await shutDown(pid);
  else rmSync(pidFile(dataDir), { force: true });
  return pid !== undefined;
}
