import type { PersonState } from '@rounds/contracts/people';

/** A person's way in, as a shape (see `Tag`) and words. */
export const PERSON_STATES: Record<PersonState, { kind: 'good' | 'due' | 'gone' | 'plain'; words: string }> = {
  active: { kind: 'good', words: 'Can sign in' },
  invited: { kind: 'due', words: 'Invited' },
  suspended: { kind: 'gone', words: 'Suspended' },
  'no-sign-in': { kind: 'plain', words: 'No way in yet' },
};
