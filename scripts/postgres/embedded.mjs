import { rmSync } from 'node:fs';
import path from 'node:path';
import { Fault } from '../lib/fault.mjs';
import { takeLock } from '../lib/lock.mjs';
import { stateDir } from '../lib/paths.mjs';
import { findHome } from './home.mjs';
import { clearLeftover } from './postmaster.mjs';
import { runningServer, startServer } from './server.mjs';

const findPlace = () => findHome(path.join(stateDir(), 'postgres'));
const lockDatabase = () => takeLock(path.join(stateDir(), 'postgres.lock'));
const inUse = (pid) => new Fault(`Rounds already runs from this folder (process ${pid}). Stop it first.`);

/**
 * The database of `npm start`: kept between starts, every commit on disk before it is answered. One process at a time.
 * @returns the server, whose `stop` also gives up the lock; `movedTo` if it could not be kept in the state folder
 */
export async function startEmbedded() {
  const lock = lockDatabase();
  if (lock.heldBy) throw inUse(lock.heldBy);
  try {
    const place = findPlace();
    const server = await startServer(place);
    const stop = () => server.stop().finally(lock.release);
    return { ...server, stop, movedTo: place.moved ? place.home : undefined };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The address of the database that another process runs from this folder, if one does. */
export function runningEmbedded() {
  return runningServer(findPlace());
}

/** Removes the database and all that is in it. */
export async function removeEmbedded() {
  const lock = lockDatabase();
  if (lock.heldBy) throw inUse(lock.heldBy);
  try {
    const { home } = findPlace();
    await clearLeftover(path.join(home, 'data'));
    rmSync(home, { recursive: true, force: true });
  } finally {
    lock.release();
  }
}
