import type { Discussion } from '@rounds/contracts/discussion';

/** "2 people have confirmed." */
export function confirmedWords(confirmed: number): string {
  if (confirmed === 0) return 'Nobody has confirmed yet.';
  return confirmed === 1 ? '1 person has confirmed.' : `${confirmed} people have confirmed.`;
}

/** What a confirmation brought, or what it waits for. */
export function minutesWords({ minutes }: Pick<Discussion, 'minutes'>): string {
  return minutes > 0
    ? `${minutes} participatory minutes are in your CPD record.`
    : 'You are the first. The minutes count once a second person confirms.';
}
