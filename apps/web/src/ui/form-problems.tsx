import { type ErrorLine, ErrorSummary } from './error-summary.tsx';
import { Notice } from './notice.tsx';

/** What stopped a form: its fields' faults, or why it was refused as a whole. */
export function FormProblems({ summary, failure }: { summary: readonly ErrorLine[]; failure: string | null }) {
  return (
    <>
      <ErrorSummary errors={summary} />
      {failure && (
        <Notice kind="stop" alert>
          <p>{failure}</p>
        </Notice>
      )}
    </>
  );
}
