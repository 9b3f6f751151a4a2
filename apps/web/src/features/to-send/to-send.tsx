import { clockTime } from '../../lib/dates.ts';
import { count } from '../../lib/words.ts';
import type { Letter } from '../../outbox/letter.ts';
import { useOutbox } from '../../outbox/outbox-context.tsx';
import { type SendingState, useOutboxView } from '../../outbox/outbox.zustand.ts';
import { Button } from '../../ui/button.tsx';
import { Entry } from '../../ui/entries.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { KeptLine } from '../../ui/kept-line.tsx';
import { Cell, Head, Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { letterWords, setAsideWords } from './letter-words.ts';

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
  if (!latest) return null;
  return (
    <div className="stack hair">
      <KeptLine at="device" loud>
        {count(letters.length, 'thing')} waiting to send
      </KeptLine>
      <p className="fact">
        Saved on this device at {clockTime(latest.savedAt)}. {NEXT[sending]}
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

function SetAside({ letters }: { letters: readonly Letter[] }) {
  if (letters.length === 0) return null;
  return (
    <div className="stack hair">
      <p>
        <Tag kind="gone">{count(letters.length, 'thing')} set aside</Tag>
      </p>
      <p className="fact">
        The server did not take {letters.length === 1 ? 'it' : 'them'}. It stays here, and nothing waits for it.
      </p>
      <ul className="fact">
        {letters.map((letter) => (
          <li key={letter.id}>
            {letterWords(letter)}, {clockTime(letter.savedAt)}. {setAsideWords(letter)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is on this device and not yet on the server. Nothing when all has been sent. */
export function ToSend() {
  const { flush } = useOutbox();
  const waiting = useOutboxView((view) => view.waiting);
  const setAside = useOutboxView((view) => view.setAside);
  if (waiting.length + setAside.length === 0) return null;
  return (
    <Entry
      label="To send"
      side={
        waiting.length > 0 && (
          <Button kind="text" onClick={() => void flush()}>
            Try now
          </Button>
        )
      }
    >
      <div className="stack">
        <Waiting letters={waiting} />
        <SetAside letters={setAside} />
      </div>
    </Entry>
  );
}
