import { clockTime } from '../lib/dates.ts';
import { KeptLine } from '../ui/kept-line.tsx';
import { useOutboxView } from './outbox.zustand.ts';

/** Where the last action is, in words. `before` stands until there is one. */
export function KeptState({ before }: { before: string }) {
  const { waiting, savedAt, acknowledgedAt, sending } = useOutboxView();
  if (waiting.length > 0) {
    const time = clockTime(savedAt ?? waiting.at(-1)?.savedAt ?? '');
    const why = sending === 'no-answer' ? '. The server does not answer; it will be sent later' : '';
    return <KeptLine at="device">{`Saved on this device, ${time}${why}`}</KeptLine>;
  }
  if (acknowledgedAt) return <KeptLine at="server">{`Saved on the server, ${clockTime(acknowledgedAt)}`}</KeptLine>;
  return <KeptLine at="device">{before}</KeptLine>;
}
