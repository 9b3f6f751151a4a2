import type { Reference } from '@rounds/contracts/learner-document';
import { evidenceWords } from './learning-words.ts';

/** A reference as a line of a list of sources. */
export function sourceOf(reference: Reference): { id: string; words: string; address: string | null; fine: string } {
  const { id, authors, title, container, year, address } = reference;
  const words = [
    authors,
    title,
    container.includes(String(year)) ? container : [container, year].filter(Boolean).join(', '),
  ]
    .map((part) => part.replace(/\.$/, ''))
    .filter(Boolean)
    .join('. ');
  return { id, words, address, fine: evidenceWords(reference) };
}
