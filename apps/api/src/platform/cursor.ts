import * as z from 'zod/mini';

/** The sort values of the last row shown, as one word. */
export function writeCursor(key: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** Null for what is no cursor of this shape: the list then begins at its first page. */
export function readCursor<Shape extends z.ZodMiniType>(
  cursor: string | undefined,
  shape: Shape,
): z.infer<Shape> | null {
  if (cursor === undefined) return null;
  try {
    const key = shape.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
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
