import type { LinkPurpose } from './link-purpose.ts';

const HOUR = 3_600_000;

/** Milliseconds. A printed code travels on paper, with the post and the first day at work, so it lasts a fortnight: our choice. */
const LIFETIME: Record<LinkPurpose, number> = {
  invitation: 72 * HOUR,
  'first-administrator': 72 * HOUR,
  'joining-code': 14 * 24 * HOUR,
  'password-reset': HOUR,
};

/** The instant from which a link made now no longer opens anything. */
export function linkExpiry(purpose: LinkPurpose, now: Date): Date {
  return new Date(now.getTime() + LIFETIME[purpose]);
}
