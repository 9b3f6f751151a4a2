import { clockTime } from '../lib/dates.ts';
import { type OutboxView, useOutboxView } from './outbox.zustand.ts';

type Kept = { at: 'device' | 'server'; words: string };

function keptIn({ waiting, savedAt, acknowledgedAt, sending, refused }: OutboxView): Kept | null {
  if (refused) return { at: 'device', words: 'This browser would not save it. Free some space, then try again.' };
  const last = waiting.at(-1);
  if (last) {
    const later = sending === 'no-answer' ? '. The server does not answer; it is sent later' : '';
    return { at: 'device', words: `Saved on this device, ${clockTime(savedAt ?? last.savedAt)}${later}` };
  }
  return acknowledgedAt ? { at: 'server', words: `Saved on the server, ${clockTime(acknowledgedAt)}` } : null;
}

/** Where the last action is, in words. `before` stands until there is one, for what is kept `at`. */
export function useKept(before: string, at: Kept['at'] = 'device'): Kept {
  return keptIn(useOutboxView()) ?? { at, words: before };
}
