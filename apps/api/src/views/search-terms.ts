/** What a person typed into a search box, taken apart for PostgreSQL. */
export type SearchTerms = {
  /** For `websearch_to_tsquery`, which takes any text. */
  whole: string;
  /** All but the word still being typed. */
  head: string;
  /** That word, as a prefix for `to_tsquery`; null where there is none, or it is in quotes or ruled out by a minus. */
  prefix: string | null;
};

/** PostgreSQL keeps no NUL in a text. */
const NUL = /\0/gu;
const LAST_WORD = /[\p{L}\p{N}]+$/u;
const RULED_OUT = /(?:^|\s)-$/u;

export function searchTerms(typed: string): SearchTerms | null {
  const whole = typed.replaceAll(NUL, ' ').trim();
  if (whole === '') return null;
  const word = LAST_WORD.exec(whole)?.[0];
  const head = whole.slice(0, whole.length - (word?.length ?? 0));
  const inQuotes = whole.split('"').length % 2 === 0;
  if (word === undefined || inQuotes || RULED_OUT.test(head)) return { whole, head: whole, prefix: null };
  return { whole, head, prefix: `${word}:*` };
}
