import type { TextFault } from './check-markdown.ts';
import { plainText } from './read-text.ts';

/** The house style asks for 20 words or fewer; the warning leaves some room. */
const WORDS_AT_MOST = 25;

/** Warnings about how a text reads: long sentences, exclamation marks. */
export function checkProse(markdown: string): TextFault[] {
  return sentencesOf(markdown).flatMap(({ text, within }) => {
    const words = text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    const long = `A sentence of ${words} words begins "${text.slice(0, 40).trim()}…". Split it: ${WORDS_AT_MOST} at most.`;
    const loud = `No exclamation marks: "${text.slice(-40).trim()}".`;
    return [
      ...(words > WORDS_AT_MOST ? [{ message: long, within }] : []),
      ...(text.includes('!') ? [{ message: loud, within }] : []),
    ];
  });
}

type Sentence = { text: string; within: number };

/** Sentences of paragraphs, list entries and table rows, each with the line it begins on. A list ends at each entry. */
function sentencesOf(markdown: string): Sentence[] {
  const sentences: Sentence[] = [];
  let open: Sentence | undefined;
  for (const [within, line] of markdown.split('\n').entries()) {
    if (/^\s*($|[-*+]\s|\d+\.\s|#|\|)/u.test(line)) open = undefined;
    if (line.trim() === '') continue;
    for (const part of plainText(line).split(/(?<=[.?!:][”"’)]*)\s+/u)) {
      if (open) open.text += ` ${part}`;
      else sentences.push((open = { text: part, within }));
      if (/[.?!:][”"’)]*$/u.test(part)) open = undefined;
    }
  }
  return sentences;
}
