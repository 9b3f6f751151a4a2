const UNKEEPABLE = /[\0\p{Surrogate}]/u;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

type Part = (text: string) => boolean;

/** What the parts of a cursor must look like, so that none is sent to the database that it cannot read. */
export const CURSOR = {
  text: (text) => !UNKEEPABLE.test(text),
  uuid: (text) => UUID.test(text),
  instant: (text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text,
} satisfies Record<string, Part>;

/** The sort values of the last row shown, as one word. */
export function writeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** Null for what is no cursor of this shape: the list then begins at its first page. */
export function readCursor(cursor: string | undefined, shape: readonly Part[]): string[] | null {
  if (cursor === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const fits = Array.isArray(key) && key.length === shape.length && shape.every((part, at) => typeof key[at] === 'string' && part(key[at]));
    return fits ? key : null;
  } catch {
    return null;
  }
}
