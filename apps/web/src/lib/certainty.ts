/** How sure a person is, in Moodle's three steps. */
export type Certainty = 1 | 2 | 3;

export const CERTAINTY_STEPS = [
  { value: '1', label: 'Not very sure' },
  { value: '2', label: 'Fairly sure' },
  { value: '3', label: 'Very sure' },
] as const;

export type CertaintyValue = (typeof CERTAINTY_STEPS)[number]['value'];

export function certaintyOf(value: CertaintyValue): Certainty {
  return value === '1' ? 1 : value === '2' ? 2 : 3;
}

export function certaintyValue(certainty: Certainty | undefined): CertaintyValue | null {
  return certainty === undefined ? null : (String(certainty) as CertaintyValue);
}

const HOW = { 1: 'not very', 2: 'fairly', 3: 'very' } as const;

/** "You were fairly sure." */
export function certaintyWords(certainty: Certainty): string {
  return `You were ${HOW[certainty]} sure.`;
}
