import { useState } from 'react';
import { CONFIDENCE_QUESTION, CONFIDENCE_STEPS, confidenceOf, type ConfidenceValue } from '../../lib/confidence.ts';
import { useOutbox } from '../../outbox/outbox-context.tsx';
import { Entry } from '../../ui/entries.tsx';
import { Segments } from '../../ui/segments.tsx';

/** Before a module is begun: one question, that anybody may pass by. */
export function AskConfidence({ versionId }: { versionId: string }) {
  const { record } = useOutbox();
  const [value, setValue] = useState<ConfidenceValue | null>(null);
  function choose(chosen: ConfidenceValue): void {
    setValue(chosen);
    void record({ kind: 'confidence-given', versionId, when: 'before', confidence: confidenceOf(chosen) });
  }
  return (
    <Entry label="Before you start">
      <div className="stack tight">
        <Segments
          legend={CONFIDENCE_QUESTION}
          name="confidence"
          options={CONFIDENCE_STEPS}
          value={value}
          onChange={choose}
        />
        <p className="fact" role="status">
          {value === null
            ? 'Optional. Only you see it, and nothing depends on it.'
            : 'Kept. You are asked again once you have passed.'}
        </p>
      </div>
    </Entry>
  );
}
