import * as z from 'zod/mini';

/**
 * The sort values of the last row shown, to be sealed on the way out (`CursorSeal`). They are values and no row's id: a
 * page begins behind where that row stood, though it has changed or is gone since.
 */
export function writeCursor(key: readonly unknown[]): string {
  return JSON.stringify(key);
}

/** Null for what is no cursor of this shape: the list then begins at its first page. */
export function readCursor<Shape extends z.ZodMiniType>(
  cursor: string | undefined,
  shape: Shape,
): z.infer<Shape> | null {
  if (cursor === undefined) return null;
  try {
    const key = shape.safeParse(JSON.parse(cursor));
    return key.success ? key.data : null;
  } catch {
    return null;
  }
}

const UNKEEPABLE = /[\0\p{Surrogate}]/u;
/** The database knows no year 0, and none with a sign or more digits. */
const YEAR = /^(?!0000)\d{4}-/;

/** What the parts of a cursor must look like, so that none is sent to the database that it cannot read. */
export const CURSOR = {
  text: z.string().check(z.refine((text) => !UNKEEPABLE.test(text))),
  uuid: z.uuid(),
  instant: z
    .string()
    .check(
      z.refine((text) => YEAR.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text),
    ),
};
