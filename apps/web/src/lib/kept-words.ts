import type { LearnerEvent } from '@rounds/contracts/event';

const EVENT_WORDS: Record<LearnerEvent['kind'], string> = {
  'module-opened': 'A module you opened',
  'card-viewed': 'A card you read',
  'check-answered': 'Your answer to a knowledge check',
  'decision-made': 'Your judgement on a card',
  'scenario-chosen': 'Your choice in a scenario',
  'quiz-response-kept': 'An answer in a quiz not yet submitted',
  'note-saved': 'A private note',
  'reflection-saved': 'Your reflection',
  'problem-reported': 'A report that something is wrong',
  'confidence-given': 'How sure you would feel doing it',
  'feedback-given': 'What you said of a module',
  'barrier-answered': 'What got in the way',
  'barrier-skipped': 'A question you skipped',
};

const isKnown = (kind: string): kind is LearnerEvent['kind'] => kind in EVENT_WORDS;

/** What a learner event holds, in words. */
export function eventWords(kind: string): string {
  return isKnown(kind) ? EVENT_WORDS[kind] : 'Something of a kind that is not known here';
}

/** Why the server will not take it, and what that means. */
export function setAsideWords(reason: string | null | undefined): string {
  switch (reason) {
    case 'version-retired':
      return 'The module was withdrawn before this arrived.';
    case 'id-used-for-other-content':
    case 'conflict':
      return 'Other work is already on the server under the same number.';
    case 'unknown-version':
    case 'unknown-place':
    case 'unknown-item':
    case 'unknown-option':
    case 'item-outside-draw':
    case 'too-many-options':
    case 'not-found':
      return 'It belongs to a module that the server does not know in this form.';
    case 'not-yours':
    case 'not-allowed':
      return 'It belongs to someone else’s record.';
    default:
      return 'The server could not read it.';
  }
}
