import * as z from 'zod/mini';

/** Stable words a client may branch on; each has one HTTP status in the API. */
export const ProblemCode = z.enum([
  'invalid-request',
  'malformed-json',
  'body-too-large',
  'unsupported-content-type',
  'signed-out',
  'wrong-origin',
  'sign-in-failed',
  'too-many-tries',
  'choose-organisation',
  'password-too-weak',
  'link-not-valid',
  'not-allowed',
  'not-found',
  'conflict',
  'id-used-for-other-content',
  'unknown-item',
  'item-outside-draw',
  'unknown-option',
  'too-many-options',
  'version-retired',
  'not-completed',
  'stale',
  'already-done',
  'file-not-readable',
  'file-not-yours',
  'file-of-other-organisation',
  'not-ready',
  'unexpected',
]);
export type ProblemCode = z.infer<typeof ProblemCode>;

/** One fault in the input: where it is (JSON pointer-like, `responses.3.optionIds`) and what to do. */
export const FieldFault = z.object({ field: z.string(), message: z.string() });
export type FieldFault = z.infer<typeof FieldFault>;

/** RFC 9457 problem details. `code` is the stable part; `correlationId` leads to the log. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: ProblemCode,
  detail: z.optional(z.string()),
  faults: z.optional(z.array(FieldFault)),
  correlationId: z.string(),
});
export type Problem = z.infer<typeof Problem>;
