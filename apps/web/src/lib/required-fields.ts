import type { FormValues } from './form-values.ts';

/** The fields left empty, each with what to do. */
export function missing(values: FormValues, words: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).filter(([name]) => !values[name]));
}
