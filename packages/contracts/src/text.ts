import * as z from 'zod/mini';

/** NUL and lone halves of surrogate pairs: the database takes neither. */
const UNKEEPABLE = /[\0\p{Surrogate}]/u;

/** Free text of at most so many UTF-16 units, kept as it is written. */
export const text = (max: number) =>
  z.string().check(
    z.maxLength(max),
    z.refine((value) => !UNKEEPABLE.test(value), 'holds characters that cannot be kept'),
  );
