import type { LearningAudience, Level, Reference, Strength } from '@rounds/contracts/learner-document';
import { longDate } from './dates.ts';
import { list } from './words.ts';

export const LEVEL_WORDS: Record<Level, string> = {
  foundation: 'First steps',
  intermediate: 'Everyday',
  advanced: 'Leading others',
};

export const AUDIENCE_WORDS: Record<LearningAudience, string> = {
  clinicians: 'clinicians',
  managers: 'managers',
  'operational-staff': 'operational staff',
  patients: 'patients',
};

const STRENGTH_WORDS: Record<Strength, string> = {
  trial: 'A trial',
  review: 'A review of studies',
  cohort: 'A cohort study',
  'single-site': 'One study',
  guidance: 'Guidance',
  regulation: 'Regulation',
  commentary: 'Comment',
  news: 'News report',
};

export const NOT_REVIEWED = 'Not yet reviewed by a clinician';

/** "For clinicians and managers"; for all four, "For everyone". */
export function forWhom(audience: readonly LearningAudience[]): string {
  const all = Object.keys(AUDIENCE_WORDS).length;
  return audience.length === all ? 'For everyone' : `For ${list(audience.map((one) => AUDIENCE_WORDS[one]))}`;
}

const MONTH = /^\d{4}-\d{2}$/;

/** "2017", "April 2025", "27 April 2025". */
export function evidenceDate(date: string): string {
  if (MONTH.test(date)) return longDate(`${date}-01`).replace(/^1 /, '');
  return /^\d{4}$/.test(date) ? date : longDate(date);
}

/** How strong a source is, of when, and what was not checked. */
export function evidenceWords({
  strength,
  year,
  evidenceDate: date,
  note,
  address,
  addressChecked,
  mark,
}: Reference): string {
  // The year already stands with the source.
  const when = date === String(year) ? '' : `, ${evidenceDate(date)}`;
  const parts = [`${STRENGTH_WORDS[strength]}${when}`, note.replace(/\.$/, '')];
  if (mark === 'V2') parts.push('Read in a second source');
  if (address && !addressChecked) parts.push('Address not checked');
  return parts
    .filter(Boolean)
    .map((part) => `${part}.`)
    .join(' ');
}

/** A mark or a sum of marks to one decimal, without a needless ".0". */
export function marks(value: number): string {
  return (Math.round(value * 10) / 10).toLocaleString('en-GB', { maximumFractionDigits: 1 });
}
