import path from 'node:path';
import { Fault } from '../lib/fault.mjs';
import { takeLock } from '../lib/lock.mjs';
import { stateDir } from '../lib/paths.mjs';
import { findHome } from './home.mjs';
import { startServer } from './server.mjs';

/**
 * The database of `npm start`: kept between starts, every commit on disk before it is answered. One process at a time.
 * @returns the server, with `stop` also giving up the lock; `moved` names the folder if it could not be the state folder
 */
export async function startEmbedded() {
  const wanted = path.join(stateDir(), 'postgres');
  const lock = takeLock(path.join(stateDir(), 'postgres.lock'));
  if (lock.heldBy) throw new Fault(`Rounds already runs from this folder (process ${lock.heldBy}). Stop it first.`);
  try {
    const place = findHome(wanted);
    const server = await startServer(place);
    const stop = () => server.stop().finally(lock.release);
    return { ...server, stop, movedTo: place.moved ? place.home : undefined };
  } catch (error) {
    lock.release();
    throw error;
  }
}
