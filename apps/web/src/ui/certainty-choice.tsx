import { CERTAINTY_STEPS, certaintyOf, certaintyValue, type Certainty } from '../lib/certainty.ts';
import { Segments } from './segments.tsx';

type CertaintyChoiceProps = { value: Certainty | undefined; onChange: (certainty: Certainty) => void };

/** "How sure are you?": optional, and it never counts. */
export function CertaintyChoice({ value, onChange }: CertaintyChoiceProps) {
  return (
    <Segments
      legend={
        <>
          How sure are you? <span className="plain">Optional. It never counts.</span>
        </>
      }
      name="certainty"
      options={CERTAINTY_STEPS}
      value={certaintyValue(value)}
      onChange={(chosen) => onChange(certaintyOf(chosen))}
    />
  );
}
