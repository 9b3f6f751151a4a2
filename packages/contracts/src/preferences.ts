import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';

/** How a person wants Rounds to look, on every device. What is left out is as usual, or as the device has it. */
export const Preferences = z.object({
  text: z.optional(z.enum(['larger', 'largest'])),
  /** Line height, and the spacing of paragraphs, letters and words, of WCAG 2.2, 1.4.12. */
  spacing: z.optional(z.literal('wide')),
  theme: z.optional(z.enum(['light', 'dark', 'contrast'])),
  motion: z.optional(z.literal('none')),
});
export type Preferences = z.infer<typeof Preferences>;

export const changePreferences = endpoint({
  method: 'PUT',
  path: '/person/preferences',
  summary: 'Change how Rounds looks for me; answers what holds now, which is the newest change of any device',
  audience: 'person',
  policy: 'member',
  body: z.extend(Preferences, {
    /** By the device's clock. */
    changedAt: z.iso.datetime({ offset: true }),
  }),
  response: Preferences,
});
