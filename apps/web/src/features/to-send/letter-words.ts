import { eventWords } from '../../lib/kept-words.ts';
import type { Letter } from '../../outbox/letter.ts';
import { count } from '../../lib/words.ts';

/** What a letter holds, in words. */
export function letterWords({ content }: Letter): string {
  if (content.what === 'attempt') return `A quiz, ${count(content.attempt.responses.length, 'answer')}`;
  return eventWords(content.event.kind);
}
