import * as z from 'zod/mini';

/** NUL and lone halves of surrogate pairs: the database takes neither. */
const UNKEEPABLE = /[\0\p{Surrogate}]/u;

/** Free text of at most so many UTF-16 units, kept as it is written. */
export const text = (max: number) =>
  z.string().check(
    z.maxLength(max),
    z.refine((value) => !UNKEEPABLE.test(value), 'holds characters that cannot be kept'),
  );

/** Control characters and lone halves of surrogate pairs. */
const UNSHOWABLE = /[\p{Cc}\p{Surrogate}]/u;

/** One line: trimmed, at least one character, no tabs, line ends or other control characters. */
export const line = (max: number) =>
  z.string().check(
    z.trim(),
    z.minLength(1, 'Write something here.'),
    z.maxLength(max),
    z.refine((value) => !UNSHOWABLE.test(value), 'holds characters that cannot be shown on one line'),
  );
