import { clockTime, longDate } from '../lib/dates.ts';
import { dropsStorage } from '../lib/storage-limits.ts';
import { count } from '../lib/words.ts';
import { type OutboxView, type SendingState, useOutboxView } from './outbox.zustand.ts';

type Kept = { at: 'device' | 'server'; words: string };

const LATER: Record<SendingState, string> = {
  idle: '',
  sending: '',
  'no-answer': 'The server does not answer; it is sent later',
  'signed-out': 'It is sent when you sign in again',
  'other-person': 'Somebody else is signed in on this device; it is sent when you sign in again',
};

/** "5:30pm", with the day if it was another one. */
function when(instant: string): string {
  const isToday = longDate(instant) === longDate(new Date().toISOString());
  return isToday ? clockTime(instant) : `${longDate(instant)}, ${clockTime(instant)}`;
}

/** Some browsers do not keep what is never sent. */
export function sendSoon(): string {
  return dropsStorage() ? 'Send it within 7 days: this browser may drop it after that' : '';
}

function onDevice({ waiting, savedAt, sending }: OutboxView): string {
  const at = when(savedAt ?? waiting.at(-1)?.savedAt ?? '');
  const many = sending === 'no-answer' && waiting.length > 1 && `${count(waiting.length, 'thing')} waiting to send`;
  const later = LATER[sending];
  return [`Saved on this device, ${at}`, many, later, later && sendSoon()].filter(Boolean).join('. ');
}

function keptIn(view: OutboxView): Kept | null {
  const { waiting, acknowledgedAt, byArrival, refused } = view;
  if (refused === 'storage') {
    return { at: 'device', words: 'Not saved: this browser would not keep it. Free some space, then try again.' };
  }
  if (refused === 'no-key') {
    return { at: 'device', words: 'Not saved: this device is sealed until you sign in again and the server answers.' };
  }
  if (waiting.length > 0) return { at: 'device', words: onDevice(view) };
  if (!acknowledgedAt) return null;
  const clock = byArrival ? '. This device’s clock is off, so the time it arrived counts' : '';
  return { at: 'server', words: `Saved on the server, ${when(acknowledgedAt)}${clock}` };
}

/** Where the last action is, in words. `before` stands until there is one, for what is kept `at`. */
export function useKept(before: string, at: Kept['at'] = 'device'): Kept {
  return keptIn(useOutboxView()) ?? { at, words: before };
}
