import type { VersionForReview } from '@rounds/contracts/sign-off';
import { longDate } from '../../lib/dates.ts';
import { NOT_REVIEWED } from '../../lib/learning-words.ts';

export const REVIEW_KINDS = { waiting: 'due', 'signed-off': 'good', 'reviewed-in-files': 'good' } as const;

/** "Signed off by Sorrel Finch, 3 February 2027", and who vouches otherwise. */
export function reviewInWords({ state, reviewedBy }: Pick<VersionForReview, 'state' | 'reviewedBy'>): string {
  if (!reviewedBy || state === 'waiting') return NOT_REVIEWED;
  const by = `${reviewedBy.name}, ${longDate(reviewedBy.on)}`;
  return state === 'signed-off' ? `Signed off by ${by}` : `Reviewed before it came here by ${by}`;
}
