import type { LearnerEvent } from '@rounds/contracts/event';

/** An event as recorded: with the time the server received it, or none while it waits on the device. */
export type RecordedEvent = LearnerEvent & { receivedAt?: string | undefined };

type Timed<E> = { event: E; at: number };

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const received = ({ receivedAt }: RecordedEvent): number =>
  receivedAt === undefined ? Infinity : Date.parse(receivedAt);

/**
 * Each event once, in the order in which they happened, whatever order they came in. One device's events keep the order
 * of their numbers. Between devices time decides, and a wrong clock is corrected by its offset, as last known, and by
 * what is certain: an event happened no later than it was received, and no later than the next one of its device.
 */
export function orderEvents<E extends RecordedEvent>(events: readonly E[]): E[] {
  const byDevice = Map.groupBy(onceEach(events), (event) => event.deviceId);
  return [...byDevice.values()]
    .flatMap(correctTimes)
    .toSorted(compare)
    .map(({ event }) => event);
}

function onceEach<E extends RecordedEvent>(events: readonly E[]): E[] {
  const first = new Map<string, E>();
  for (const event of events) {
    const known = first.get(event.id);
    if (known === undefined || received(event) < received(known)) first.set(event.id, event);
  }
  return [...first.values()];
}

function correctTimes<E extends RecordedEvent>(ofDevice: readonly E[]): Timed<E>[] {
  let next = Infinity;
  const backwards = ofDevice.toSorted((a, b) => compareInDevice(b, a));
  return backwards.map((event) => {
    next = Math.min(Date.parse(event.at) - (event.offsetMs ?? 0), received(event), next);
    return { event, at: next };
  });
}

const compare = <E extends RecordedEvent>(a: Timed<E>, b: Timed<E>): number =>
  a.at - b.at || compareText(a.event.deviceId, b.event.deviceId) || compareInDevice(a.event, b.event);

const compareInDevice = (a: RecordedEvent, b: RecordedEvent): number => a.seq - b.seq || compareText(a.id, b.id);
