import type { Confidence } from '@rounds/contracts/kindness';
import type { Progress } from '@rounds/contracts/version';

export const CONFIDENCE_STEPS = [
  { value: '1', label: 'Not at all' },
  { value: '2', label: 'Not very' },
  { value: '3', label: 'Fairly' },
  { value: '4', label: 'Very' },
] as const;

export type ConfidenceValue = (typeof CONFIDENCE_STEPS)[number]['value'];

export const CONFIDENCE_QUESTION = 'How sure would you feel doing this tomorrow?';

export function confidenceOf(value: ConfidenceValue): Confidence {
  return ({ 1: 1, 2: 2, 3: 3, 4: 4 } as const)[value];
}

const HOW: Record<Confidence, string> = {
  1: 'not at all sure',
  2: 'not very sure',
  3: 'fairly sure',
  4: 'very sure',
};

/** "Before: not very sure. Now: fairly sure."; null where nothing was said afterwards. */
export function confidenceWords({ before, after }: NonNullable<Progress['confidence']>): string | null {
  if (!after) return null;
  return before ? `Before: ${HOW[before]}. Now: ${HOW[after]}.` : `Now: ${HOW[after]}.`;
}
