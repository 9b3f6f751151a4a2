import type { Barrier } from '@rounds/contracts/kindness';
import type { Today } from '@rounds/contracts/today';
import { useEffect, useRef, useState } from 'react';
import { longDate } from '../../lib/dates.ts';
import { useOutbox } from '../../outbox/outbox-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice, Choices } from '../../ui/choice.tsx';
import { Entry } from '../../ui/entries.tsx';
import { FaultLine } from '../../ui/fault-line.tsx';

type LeftOffAt = NonNullable<Today['leftOff']>;

const BARRIERS: readonly { barrier: Barrier; words: string }[] = [
  { barrier: 'time', words: 'Time' },
  { barrier: 'device', words: 'No device at hand' },
  { barrier: 'sign-in', words: 'Signing in' },
  { barrier: 'network', words: 'The network' },
  { barrier: 'confidence', words: 'I did not feel sure enough' },
  { barrier: 'not-relevant', words: 'Not relevant to my work' },
  { barrier: 'other', words: 'Something else' },
];

const WHAT_IS_KEPT = `Your answer is kept without your name: only with your unit, your staff group and the month. That you
  answered is kept with your learning, but not what. At most one answer a month counts.`;

function Thanks() {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => line.current?.focus(), []);
  return (
    <p ref={line} tabIndex={-1}>
      Thank you. You are not asked again about this module.
    </p>
  );
}

function Ask({ at, onDone }: { at: LeftOffAt; onDone: () => void }) {
  const { record } = useOutbox();
  const [chosen, setChosen] = useState<readonly Barrier[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const { versionId } = at;
  function toggle(barrier: Barrier): void {
    setFault(null);
    setChosen(chosen.includes(barrier) ? chosen.filter((one) => one !== barrier) : [...chosen, barrier]);
  }
  async function send(): Promise<void> {
    if (chosen.length === 0) return setFault('Choose one or two, or skip.');
    if (chosen.length > 2) return setFault('Choose up to two.');
    await record({ kind: 'barrier-answered', versionId, choices: [...chosen] });
    onDone();
  }
  return (
    <div className="stack">
      <p>
        You were last in “{at.title}” on {longDate(at.lastOn)}. It waits where you left it.
      </p>
      <Choices legend="What got in the way? Up to two." bare columns>
        {BARRIERS.map(({ barrier, words }) => (
          <Choice key={barrier} type="checkbox" checked={chosen.includes(barrier)} onChange={() => toggle(barrier)}>
            {words}
          </Choice>
        ))}
      </Choices>
      <div role="status">{fault && <FaultLine>{fault}</FaultLine>}</div>
      <p className="fact">{WHAT_IS_KEPT}</p>
      <div className="row">
        <Button kind="second" onClick={() => void send()}>
          Send
        </Button>
        <Button kind="text" onClick={() => void record({ kind: 'barrier-skipped', versionId }).then(onDone)}>
          Skip
        </Button>
      </div>
    </div>
  );
}

/** About a module left a week ago, once: what got in the way. It stays as asked while the page stays open. */
export function LeftOff({ at }: { at: LeftOffAt }) {
  const [shown] = useState(at);
  const [done, setDone] = useState(false);
  return <Entry label="A module you left">{done ? <Thanks /> : <Ask at={shown} onDone={() => setDone(true)} />}</Entry>;
}
