import type { HandInAnswer } from '@rounds/contracts/hand-in';
import { clockTime, longDate } from '../../lib/dates.ts';
import { eventWords, setAsideWords } from '../../lib/kept-words.ts';
import { count } from '../../lib/words.ts';
import { Entry } from '../../ui/entries.tsx';
import { Heads } from '../../ui/heads.tsx';
import { Cell, Table } from '../../ui/table.tsx';

type Line = { key: string; what: string; module: string | null; result: string };
type Judged = {
  outcome: 'accepted' | 'known' | 'set-aside';
  reason?: string | undefined;
  timedBy?: string | undefined;
};

function outcomeWords({ outcome, reason, timedBy }: Judged): string {
  if (outcome === 'set-aside') return `Not taken. ${setAsideWords(reason)}`;
  if (outcome === 'known') return 'Already on the server';
  return timedBy === 'arrival' ? 'Taken. The time it was handed in counts' : 'Taken';
}

function linesOf({ attempts, events }: HandInAnswer): Line[] {
  const quiz = (passed: boolean | null): string =>
    passed === null ? 'A quiz' : passed ? 'A quiz, passed' : 'A quiz, not passed';
  return [
    ...attempts.map((attempt) => ({
      key: attempt.attemptId,
      what: quiz(attempt.passed),
      module: attempt.moduleTitle,
      result: outcomeWords(attempt),
    })),
    ...events.map((event) => ({
      key: event.id,
      what: eventWords(event.kind ?? ''),
      module: event.moduleTitle,
      result: outcomeWords(event),
    })),
  ];
}

/** What became of each action in the file. */
export function HandedIn({ answer }: { answer: HandInAnswer }) {
  const lines = linesOf(answer);
  const at = `${longDate(answer.handedInAt)}, ${clockTime(answer.handedInAt)}`;
  const taken = lines.filter(({ result }) => !result.startsWith('Not taken')).length;
  return (
    <Entry label="What was in it" wide>
      <div className="stack tight" role="status">
        {answer.outcome === 'known' ? (
          <p>This file was handed in before, on {at}. Nothing was changed.</p>
        ) : (
          <p>
            {count(taken, 'thing')} of {lines.length} {taken === 1 ? 'is' : 'are'} on the server now.
          </p>
        )}
        {lines.length > 0 && (
          <Table
            reflow
            open
            caption="What was in the file"
            captionHidden
            head={<Heads names={['What', 'Module', 'Result']} />}
          >
            {lines.map(({ key, what, module, result }) => (
              <tr key={key}>
                <Cell heading phone="wide">
                  {what}
                </Cell>
                <Cell phone="wide">{module}</Cell>
                <Cell phone="wide">{result}</Cell>
              </tr>
            ))}
          </Table>
        )}
      </div>
    </Entry>
  );
}
