import type { TimedBy } from '@rounds/contracts/event';

type Told = {
  /** The device's own time. */
  at: string;
  /** By how many milliseconds the device's clock was ahead of the server's, as last known; 0 when it was not known. */
  offsetMs?: number | undefined;
  receivedAt: Date;
  /** It cannot have happened before. */
  notBefore: Date;
};

export type Timing = { occurredAt: Date; timedBy: TimedBy };

/**
 * Milliseconds by which a device's time may lie outside and is still believed, and moved to the edge: its offset is
 * known only to within a slow round trip, and clocks drift. Our choice.
 */
const SLACK = 60_000;

/** When something happened: the device's own time, corrected by its offset, where that can be; else the arrival. */
export function timeOf({ at, offsetMs = 0, receivedAt, notBefore }: Told): Timing {
  const told = Date.parse(at) - offsetMs;
  const [first, last] = [notBefore.getTime(), receivedAt.getTime()];
  const possible = first <= last && told >= first - SLACK && told <= last + SLACK;
  return possible
    ? { occurredAt: new Date(Math.min(Math.max(told, first), last)), timedBy: 'device' }
    : { occurredAt: receivedAt, timedBy: 'arrival' };
}
