import type { CalibrationLevel } from '@rounds/contracts/calibration';
import { useQuery } from '@tanstack/react-query';
import { calibrationQuery } from '../../api/calibration.queries.ts';
import { count } from '../../lib/words.ts';
import { Entry } from '../../ui/entries.tsx';

const HOW = { 1: 'not very sure', 2: 'fairly sure', 3: 'very sure' } as const;

function levelWords({ certainty, answers, right }: CalibrationLevel): string {
  if (right === null)
    return `${count(answers, 'answer')} so far when you were ${HOW[certainty]}. It says more from 10.`;
  return `When you were ${HOW[certainty]}, you were right ${count(right, 'time')} of ${answers}.`;
}

function Levels({ levels }: { levels: readonly CalibrationLevel[] }) {
  const said = levels.filter(({ answers }) => answers > 0);
  if (said.length === 0) {
    return <p>Say how sure you are at a question. From 10 answers on, you see here how often you were right.</p>;
  }
  return (
    <ul>
      {said.map((level) => (
        <li key={level.certainty}>{levelWords(level)}</li>
      ))}
    </ul>
  );
}

/** How often this learner was right when they were sure: for their eyes alone, and no score. */
export function Calibration() {
  const { data, isError } = useQuery(calibrationQuery);
  return (
    <Entry label="How sure, how right">
      <div className="stack tight">
        {data && <Levels levels={data.levels} />}
        {isError && <p>This could not be read just now. Nothing is lost. Open the page again.</p>}
        <p className="fact">
          Only you see this. It counts your first answer to each question, in knowledge checks and quizzes.
        </p>
      </div>
    </Entry>
  );
}
