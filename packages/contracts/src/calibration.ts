import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { Certainty } from './item.ts';

export const CalibrationLevel = z.object({
  certainty: Certainty,
  /** Questions whose first answer was given with this certainty. */
  answers: z.int(),
  /** How many of these were wholly right; null while there are too few to say. */
  right: z.nullable(z.int()),
});
export type CalibrationLevel = z.infer<typeof CalibrationLevel>;

export const readCalibration = endpoint({
  method: 'GET',
  path: '/learner/calibration',
  summary: 'How often I was right when I was not very, fairly and very sure',
  audience: 'learner',
  policy: 'member',
  /** The surest first. */
  response: z.object({ levels: z.array(CalibrationLevel) }),
});
