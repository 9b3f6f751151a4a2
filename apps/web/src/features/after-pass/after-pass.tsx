import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { confidenceWords } from '../../lib/confidence.ts';
import { useOutbox } from '../../outbox/outbox-context.tsx';
import { versionStateQuery } from '../../outbox/version-state.ts';
import { Entry } from '../../ui/entries.tsx';
import { FeedbackForm } from './feedback-form.tsx';

/** What was said, in place of the form. It takes the focus where the form went away under it. */
function Said({ words, fresh }: { words: string; fresh: boolean }) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (fresh) line.current?.focus();
  }, [fresh]);
  return (
    <p ref={line} tabIndex={-1}>
      {words}
    </p>
  );
}

/** After a pass, once a version: five small questions, and what was said of confidence before and after. */
export function AfterPass({ versionId }: { versionId: string }) {
  const { owner } = useOutbox();
  const { data: state } = useQuery(versionStateQuery(owner, versionId));
  const asked = useRef(false);
  if (!state) return null;
  const { confidence = {}, feedbackGiven } = state.progress;
  if (!feedbackGiven) {
    asked.current = true;
    return (
      <Entry label="One minute for us, if you like">
        <FeedbackForm versionId={versionId} />
      </Entry>
    );
  }
  const words = confidenceWords(confidence);
  if (!words && !asked.current) return null;
  return (
    <Entry label="How sure you feel">
      <div className="stack hair">
        <Said words={words ?? 'Thank you.'} fresh={asked.current} />
        {words && <p className="fact">Doing this tomorrow, by your own word. Only you see it.</p>}
      </div>
    </Entry>
  );
}
