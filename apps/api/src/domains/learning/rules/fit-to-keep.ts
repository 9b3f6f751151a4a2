/** Deeper than any event: what lies below is left out. */
const DEEPEST = 20;
const UNKEEPABLE = /[\0\p{Surrogate}]/gu;

/** A faulty event as the database can hold it: without what JSON there refuses, and no deeper than is useful. */
export function fitToKeep(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.replaceAll(UNKEEPABLE, '\uFFFD');
  if (typeof value !== 'object' || value === null) return value;
  if (depth === DEEPEST) return null;
  if (Array.isArray(value)) return value.map((part) => fitToKeep(part, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [fitToKeep(key), fitToKeep(part, depth + 1)]));
}
