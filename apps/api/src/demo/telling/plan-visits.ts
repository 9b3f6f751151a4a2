import { ZONE } from '../story/calendar.ts';
import { Dice } from '../story/dice.ts';
import type { Sitting } from '../story/step.ts';
import { deviceId, eventId } from './derived-id.ts';
import type { Taught } from './library.ts';
import { type Deed, type Moment, walkCards } from './walk-cards.ts';

const SECOND = 1000;
const DAY = 86_400_000;
/** Numbers of one device's events count seconds from here: they go up, whichever module is told first. */
const SEQ_FROM = Date.UTC(2020, 0, 1);

export type DeviceEvent = Deed & Envelope;
type Envelope = { id: string; v: 1; deviceId: string; seq: number; at: string; zone: string };

/** One stretch at one device; its events are sent together when it ends. */
export type Visit = { device: string; ends: Date; events: DeviceEvent[] };

/** The stretches in which a person reads a module: one, or two with days between. */
export function planVisits({ who, at, read, goesOn }: Sitting, { learner }: Taught, dice: Dice): Visit[] {
  const { versionId, cards } = learner;
  const firstPart = cards.slice(0, Math.max(1, Math.round(cards.length * read)));
  const rest = cards.slice(firstPart.length);
  const [device, other] = dice.chance(0.55) ? (['phone', 'ward'] as const) : (['ward', 'phone'] as const);
  const opened: Moment = { after: 0, deed: { kind: 'module-opened', versionId } };
  const first = visit(who, device, at, [opened, ...walkCards(versionId, firstPart, dice)]);
  if (goesOn === null || rest.length === 0) return [first];
  return [
    first,
    visit(who, other, onTheWayBack(first.ends, goesOn), [{ ...opened }, ...walkCards(versionId, rest, dice)]),
  ];
}

/** Not on a Saturday or a Sunday. */
function onTheWayBack(ended: Date, days: number): Date {
  const back = new Date(ended.getTime() + days * DAY);
  const weekday = back.getUTCDay();
  return weekday === 0 || weekday === 6 ? onTheWayBack(back, 1) : back;
}

function visit(who: string, device: string, begins: Date, moments: readonly Moment[]): Visit {
  let now = begins;
  const events = moments.map(({ after, deed }) => {
    now = new Date(now.getTime() + after * SECOND);
    return eventOf(who, device, now, deed);
  });
  return { device, ends: new Date(now.getTime() + 2 * SECOND), events };
}

export function eventOf(who: string, device: string, at: Date, deed: Deed): DeviceEvent {
  const content = JSON.stringify(deed);
  return { ...deed, ...envelope(who, device, at), id: eventId(at, who, device, content), v: 1 };
}

/** What events and attempts of one moment at one device have in common. */
export function envelope(who: string, device: string, at: Date): Pick<Envelope, 'deviceId' | 'seq' | 'at' | 'zone'> {
  return {
    deviceId: deviceId(who, device),
    seq: Math.floor((at.getTime() - SEQ_FROM) / SECOND),
    at: at.toISOString(),
    zone: ZONE,
  };
}
