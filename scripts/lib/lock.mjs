import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { birthMark, isAlive } from './processes.mjs';

function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function stillHeld(holder) {
  return holder !== undefined && isAlive(holder.pid) && birthMark(holder.pid) === holder.born;
}

/** Puts a whole file in place at once; false if one is there. */
function placeFile(file, text) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Takes a lock file for this process. One left by a process that has died is taken over.
 * @returns {{ release: () => void } | { heldBy: number }} `heldBy` is the number of the living holder
 */
export function takeLock(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  const mine = JSON.stringify({ pid: process.pid, born: birthMark(process.pid) });
  while (!placeFile(file, mine)) {
    const holder = readHolder(file);
    if (stillHeld(holder)) return { heldBy: holder.pid };
    rmSync(file, { force: true });
  }
  return { release: () => rmSync(file, { force: true }) };
}

/** Takes a lock file as soon as no other living process holds it. */
export async function waitForLock(file) {
  for (;;) {
    const lock = takeLock(file);
    if (lock.release) return lock;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
