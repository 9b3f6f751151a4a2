import type { Problem, ProblemCode } from '@rounds/contracts/problem';

/** A refusal by the API, as its problem document (RFC 9457). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }

  get code(): ProblemCode {
    return this.problem.code;
  }
}

/** No answer came: no network, or no server behind it. Nothing is known about the call. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

export function isProblem(error: unknown, ...codes: ProblemCode[]): error is ProblemError {
  return error instanceof ProblemError && (codes.length === 0 || codes.includes(error.code));
}
