import type { Reflection } from '@rounds/contracts/cpd-record';
import { clockTime, longDate } from '../../lib/dates.ts';
import { useOutboxView } from '../../outbox/outbox.zustand.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Entry } from '../../ui/entries.tsx';
import { KeptLine } from '../../ui/kept-line.tsx';

type Text = Pick<Reflection, 'learnt' | 'means' | 'willDo'>;

function Written({ learnt, means, willDo }: Text) {
  const parts = [
    ['What I learnt', learnt],
    ['What it means for the people I care for', means],
    ['What I will do', willDo],
  ].filter(([, text]) => text);
  return (
    <dl className="stack">
      {parts.map(([name, text]) => (
        <div key={name}>
          <dt className="fact">{name}</dt>
          <dd className="lines">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function useWaiting(completionId: string): (Text & { savedAt: string })[] {
  const waiting = useOutboxView((view) => view.waiting);
  return waiting
    .flatMap(({ content, savedAt }) =>
      content.what === 'event' &&
      content.event.kind === 'reflection-saved' &&
      content.event.completionId === completionId
        ? [{ ...content.event, savedAt }]
        : [],
    )
    .toReversed();
}

function Earlier({ reflections }: { reflections: readonly Reflection[] }) {
  if (reflections.length === 0) return null;
  return (
    <Disclosure look="link" summary="What you wrote before">
      <div className="stack loose">
        {reflections.map((one) => (
          <div className="stack tight" key={one.reflectionId}>
            <Written {...one} />
            <p className="fine">Written {longDate(one.writtenAt)}</p>
          </div>
        ))}
      </div>
    </Disclosure>
  );
}

/** The latest reflection, those before it, and any that still waits on this device. */
export function EntryReflections({
  completionId,
  reflections,
}: {
  completionId: string;
  reflections: readonly Reflection[];
}) {
  const waiting = useWaiting(completionId);
  const [latest, ...earlier] = reflections;
  if (!latest && waiting.length === 0) {
    return (
      <Entry label="Reflection">
        <p>Not written yet. It takes about a minute, and only you can read it.</p>
      </Entry>
    );
  }
  return (
    <Entry label="Reflection">
      <div className="stack">
        {waiting.map((text) => (
          <div className="stack tight" key={text.savedAt}>
            <KeptLine at="device">Saved on this device, {clockTime(text.savedAt)}</KeptLine>
            <Written {...text} />
          </div>
        ))}
        {latest && <Written {...latest} />}
        {latest && (
          <p className="fine">{`Written ${longDate(latest.writtenAt)}, ${clockTime(latest.writtenAt)}. Only you can read it.`}</p>
        )}
        <Earlier reflections={earlier} />
      </div>
    </Entry>
  );
}
