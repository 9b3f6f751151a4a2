import { clockTime } from '../lib/dates.ts';
import { KeptLine } from '../ui/kept-line.tsx';
import { useOutboxView } from './outbox.zustand.ts';

/** Where the last action is, in words. `before` stands until there is one, for what is kept `at`. */
export function KeptState({ before, at = 'device' }: { before: string; at?: 'device' | 'server' }) {
  const { waiting, savedAt, acknowledgedAt, sending, refused } = useOutboxView();
  if (refused) return <KeptLine at="device">This browser would not save it. Free some space, then try again.</KeptLine>;
  const last = waiting.at(-1);
  if (last) {
    const later = sending === 'no-answer' ? '. The server does not answer; it is sent later' : '';
    return <KeptLine at="device">{`Saved on this device, ${clockTime(savedAt ?? last.savedAt)}${later}`}</KeptLine>;
  }
  if (acknowledgedAt) return <KeptLine at="server">{`Saved on the server, ${clockTime(acknowledgedAt)}`}</KeptLine>;
  return <KeptLine at={at}>{before}</KeptLine>;
}
