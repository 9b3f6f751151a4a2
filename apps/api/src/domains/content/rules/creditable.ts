import type { ReviewedBy } from '@rounds/contracts/catalogue';

/** Whether a pass may earn minutes: a named person vouches for the version. A demonstration counts it all the same. */
export function creditable({ reviewedBy, demo }: { reviewedBy: ReviewedBy | null; demo: boolean }): boolean {
  return demo || reviewedBy !== null;
}
