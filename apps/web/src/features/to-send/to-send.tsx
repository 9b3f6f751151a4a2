import { clockTime } from '../../lib/dates.ts';
import { count } from '../../lib/words.ts';
import type { Letter } from '../../outbox/letter.ts';
import { useOutbox } from '../../outbox/outbox-context.tsx';
import { type SendingState, useOutboxView } from '../../outbox/outbox.zustand.ts';
import { sendSoon, useKept } from '../../outbox/use-kept.ts';
import { Button } from '../../ui/button.tsx';
import { Entry } from '../../ui/entries.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { KeptLine } from '../../ui/kept-line.tsx';
import { Cell, Head, Table } from '../../ui/table.tsx';
import { letterWords } from './letter-words.ts';
import { SetAside } from './set-aside.tsx';

const NEXT: Record<SendingState, string> = {
  idle: 'They send themselves.',
  sending: 'Being sent now.',
  'no-answer': 'They send themselves when the server answers again.',
  'signed-out': 'They wait until you sign in again.',
  'other-person': 'Somebody else is signed in on this device. They wait until you sign in again.',
};

function Waiting({ letters }: { letters: readonly Letter[] }) {
  const sending = useOutboxView((view) => view.sending);
  const latest = letters.at(-1);
  const soon = sending === 'idle' || sending === 'sending' ? '' : sendSoon();
  if (!latest) return null;
  return (
    <div className="stack hair">
      <KeptLine at="device" loud>
        {count(letters.length, 'thing')} waiting to send
      </KeptLine>
      <p className="fact">
        Saved on this device at {clockTime(latest.savedAt)}. {NEXT[sending]} {soon && `${soon}.`}
      </p>
      <Disclosure summary="What is waiting" look="link">
        <Table
          caption="Waiting to send"
          captionHidden
          headHidden
          open
          head={
            <>
              <Head>What</Head>
              <Head>Saved</Head>
            </>
          }
        >
          {letters.map((letter) => (
            <tr key={letter.id}>
              <Cell heading>{letterWords(letter)}</Cell>
              <Cell number>{clockTime(letter.savedAt)}</Cell>
            </tr>
          ))}
        </Table>
      </Disclosure>
    </div>
  );
}

function AllSent() {
  const { words, at } = useKept('Nothing on this device waits to be sent.', 'server');
  return <KeptLine at={at}>{words}</KeptLine>;
}

/** What is on this device and not yet on the server; or that everything is. */
export function ToSend() {
  const { flush } = useOutbox();
  const waiting = useOutboxView((view) => view.waiting);
  const setAside = useOutboxView((view) => view.setAside);
  return (
    <Entry
      label={waiting.length > 0 ? 'To send' : 'Saved'}
      side={
        waiting.length > 0 && (
          <Button kind="text" onClick={() => void flush()}>
            Try now
          </Button>
        )
      }
    >
      <div className="stack">
        {waiting.length > 0 ? <Waiting letters={waiting} /> : <AllSent />}
        <SetAside letters={setAside} />
      </div>
    </Entry>
  );
}
