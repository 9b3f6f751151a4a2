import { storeClockOffset } from './device.idb.ts';

/** Milliseconds: an answer that took longer says too little about when the server wrote its time. */
const LONGEST_TRIP = 5_000;

/**
 * By how much this device's clock is ahead of the server's, from one call: the server wrote its time about half way.
 * Null when the call took too long to tell.
 */
export function offsetFrom(serverTime: string, heardAt: number, tripMs: number): number | null {
  if (tripMs > LONGEST_TRIP) return null;
  return heardAt - tripMs / 2 - Date.parse(serverTime);
}

/** Runs a call whose answer carries the server's time, and keeps what it says about this device's clock. */
export async function timed<A extends { serverTime: string }>(call: () => Promise<A>): Promise<A> {
  const began = performance.now();
  const answer = await call();
  const offset = offsetFrom(answer.serverTime, Date.now(), performance.now() - began);
  if (offset !== null) await storeClockOffset(offset);
  return answer;
}
