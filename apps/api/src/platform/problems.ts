import type { FieldFault, ProblemCode } from '@rounds/contracts/problem';

/** One HTTP status for each code. */
export const STATUS_OF: Record<ProblemCode, number> = {
  'invalid-request': 400,
  'malformed-json': 400,
  'body-too-large': 413,
  'unsupported-content-type': 415,
  'signed-out': 401,
  'wrong-origin': 403,
  'sign-in-failed': 401,
  'too-many-tries': 429,
  'choose-organisation': 403,
  'password-too-weak': 422,
  'link-not-valid': 410,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  'id-used-for-other-content': 409,
  'unknown-item': 422,
  'item-outside-draw': 422,
  'unknown-option': 422,
  'too-many-options': 422,
  'version-retired': 409,
  'not-completed': 409,
  stale: 409,
  'already-done': 409,
  'file-not-readable': 422,
  'file-not-yours': 403,
  'file-of-other-organisation': 409,
  'not-ready': 503,
  unexpected: 500,
};

/** A refusal the client is meant to understand. Anything else thrown is a bug and becomes `unexpected`. */
export class Refusal extends Error {
  constructor(
    readonly code: ProblemCode,
    /** What happened, in a sentence a person can read. */
    title: string,
    /** What to do, and where in the input. */
    readonly more: { detail?: string; faults?: FieldFault[]; retryAfterSeconds?: number } = {},
  ) {
    super(title);
  }
}
