import type { Opinion, Setting } from '@rounds/contracts/kindness';
import { type FormEvent, useState } from 'react';
import { CONFIDENCE_QUESTION, CONFIDENCE_STEPS, confidenceOf, type ConfidenceValue } from '../../lib/confidence.ts';
import { useOutbox } from '../../outbox/outbox-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { readMinutes } from './read-minutes.ts';

const SETTINGS = [
  { value: 'set-aside', label: 'Time set aside' },
  { value: 'between-tasks', label: 'Between tasks' },
  { value: 'own-time', label: 'My own time' },
] as const satisfies readonly { value: Setting; label: string }[];
const OPINIONS = [
  { value: 'yes', label: 'Yes' },
  { value: 'partly', label: 'Partly' },
  { value: 'no', label: 'No' },
] as const satisfies readonly { value: Opinion; label: string }[];

type Given = {
  confidence: ConfidenceValue | null;
  setting: Setting | null;
  useful: Opinion | null;
  willChangePractice: Opinion | null;
  minutes: string;
};
const NOTHING: Given = { confidence: null, setting: null, useful: null, willChangePractice: null, minutes: '' };

function Questions({ given, set }: { given: Given; set: (change: Partial<Given>) => void }) {
  return (
    <>
      <Segments
        legend={CONFIDENCE_QUESTION}
        name="confidence"
        options={CONFIDENCE_STEPS}
        value={given.confidence}
        onChange={(confidence) => set({ confidence })}
      />
      <Segments
        legend="When did you do this?"
        name="setting"
        options={SETTINGS}
        value={given.setting}
        onChange={(setting) => set({ setting })}
      />
      <Segments
        legend="Was it useful?"
        name="useful"
        options={OPINIONS}
        value={given.useful}
        onChange={(useful) => set({ useful })}
      />
      <Segments
        legend="Will it change what you do?"
        name="change"
        options={OPINIONS}
        value={given.willChangePractice}
        onChange={(willChangePractice) => set({ willChangePractice })}
      />
    </>
  );
}

/** Keeps what was answered: confidence by itself, since it is shown again, and the rest as one. */
function useFeedback(versionId: string, given: Given) {
  const { record } = useOutbox();
  const [fault, setFault] = useState<string>();
  async function save(): Promise<void> {
    const { confidence, setting, useful, willChangePractice } = given;
    const minutesTaken = readMinutes(given.minutes);
    if (minutesTaken === 'unreadable') return setFault('Write whole minutes, from 1 to 600');
    if (confidence) {
      await record({ kind: 'confidence-given', versionId, when: 'after', confidence: confidenceOf(confidence) });
    }
    await record({
      kind: 'feedback-given',
      versionId,
      ...(setting && { setting }),
      ...(useful && { useful }),
      ...(willChangePractice && { willChangePractice }),
      ...(minutesTaken !== null && { minutesTaken }),
    });
  }
  return { fault, save, skip: () => record({ kind: 'feedback-given', versionId }) };
}

/** Everything may be left out. Skipping counts as asked. */
export function FeedbackForm({ versionId }: { versionId: string }) {
  const [given, setGiven] = useState(NOTHING);
  const { fault, save, skip } = useFeedback(versionId, given);
  const set = (change: Partial<Given>): void => setGiven({ ...given, ...change });
  function submit(event: FormEvent): void {
    event.preventDefault();
    void save();
  }
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <p className="fact">Answer what you like. Nobody in your organisation sees it.</p>
      <Questions given={given} set={set} />
      <Field
        label="How many minutes did it take you?"
        inputMode="numeric"
        small
        narrow
        value={given.minutes}
        error={fault}
        onChange={({ target }) => set({ minutes: target.value })}
      />
      <div className="row">
        <Button kind="second" type="submit">
          Save
        </Button>
        <Button kind="text" onClick={() => void skip()}>
          Skip
        </Button>
      </div>
    </form>
  );
}
