import { ProblemError, UnreachableError } from './problem-error.ts';

/** What went wrong, by the name of the field. */
export type Faults = Readonly<Record<string, string>>;

/** The faults a refusal names. `post.unitId` is the form's field `unitId`. */
export function faultsIn(error: unknown): Faults {
  if (!(error instanceof ProblemError)) return {};
  return Object.fromEntries(
    (error.problem.faults ?? []).map(({ field, message }) => [field.split('.').at(-1) ?? field, message]),
  );
}

/** What happened, what is safe, and what to do, for a refusal that names no field. */
export function refusalInWords(error: unknown): string {
  if (error instanceof UnreachableError)
    return 'The server did not answer. Nothing was changed. Try again in a moment.';
  if (!(error instanceof ProblemError)) return 'Something went wrong on our side. Nothing was changed.';
  const { code, title, detail, correlationId } = error.problem;
  if (code === 'not-allowed') return detail ?? 'Your role does not allow this. Nothing was changed.';
  if (code === 'too-many-tries') return detail ?? 'That was tried too often. Wait a few minutes, then try again.';
  if (code === 'unexpected') {
    return `Something went wrong on our side. If it happens again, tell the service desk this number: ${correlationId}`;
  }
  return detail ?? `${title}.`;
}
