import type { LearnerEventOf } from '@rounds/contracts/event';
import { type FormEvent, useRef, useState } from 'react';
import { useOutbox } from '../../outbox/outbox-context.tsx';
import { useDraft } from '../../outbox/use-draft.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/text-area.tsx';

type Place = LearnerEventOf<'problem-reported'>['place'];
type ReportProblemProps = { versionId: string; place: Place };
type FormProps = ReportProblemProps & { onDone: (sent: boolean) => void };

const placeKey = (place: Place): string => (place.kind === 'card' ? place.cardId : place.itemId);

function useReport({ versionId, place, onDone }: FormProps) {
  const { record } = useOutbox();
  const draft = useDraft(`report/${versionId}/${placeKey(place)}`, '');
  const [error, setError] = useState<string>();
  const sending = useRef(false);
  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const text = draft.value.trim();
    if (!text) return setError('Say what is wrong');
    // A double click sends one report.
    if (sending.current) return;
    sending.current = true;
    try {
      await record({ kind: 'problem-reported', versionId, place, text });
      await draft.drop(draft.value);
      onDone(true);
    } catch {
      sending.current = false;
      setError('This device could not keep your report. Try again');
    }
  }
  return { draft, error, setError, send };
}

function ReportForm(props: FormProps) {
  const { draft, error, setError, send } = useReport(props);
  return (
    <form className="stack" onSubmit={(event) => void send(event)} noValidate>
      <p>The educator gets your words, this place and its version. The answer comes to you on Today.</p>
      <TextArea
        label="What is wrong?"
        hint="No patient details."
        maxLength={2000}
        error={error}
        value={draft.value}
        onChange={(event) => {
          setError(undefined);
          draft.set(event.target.value);
        }}
      />
      <div className="row">
        <Button type="submit">Send</Button>
        <Button kind="text" onClick={() => props.onDone(false)}>
          Not now
        </Button>
      </div>
    </form>
  );
}

/** "Something wrong here?": on every card and explained answer. */
export function ReportProblem(props: ReportProblemProps) {
  const [open, setOpen] = useState(false);
  const [sent, setSent] = useState(false);
  return (
    <>
      <Button kind="text" onClick={() => setOpen(true)}>
        Something wrong here?
      </Button>
      <p role="status" className={sent ? 'fact' : 'vh'}>
        {sent && 'Thank you. Your words are kept, and go to the educator.'}
      </p>
      {open && (
        <Dialog title="Something wrong here?" onClose={() => setOpen(false)}>
          <ReportForm
            {...props}
            onDone={(done) => {
              setOpen(false);
              setSent(done);
            }}
          />
        </Dialog>
      )}
    </>
  );
}
