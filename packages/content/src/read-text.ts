/** One text as an author wrote it, with where it stands and how it is shown. */
export type AuthoredText = {
  path: (string | number)[];
  text: string;
  /** plain: as it is. inline: Markdown within one paragraph. block: Markdown with paragraphs. */
  shown: 'plain' | 'inline' | 'block';
  /** Whether `[^reference]` may stand in it. */
  mayCite: boolean;
  /** Lines of the value at `path` before this text; 0 unless it is the second part of a body. */
  linesBefore?: number;
};

export type Citation = { reference: string; within: number };

const CITATION = /\[\^([^\]\s]+)\]/gu;

/** Every `[^reference]`, with the line it stands on within the text. */
export function findCitations(text: string): Citation[] {
  return text
    .split('\n')
    .flatMap((line, within) => [...line.matchAll(CITATION)].map((hit) => ({ reference: hit[1] ?? '', within })));
}

/** Markdown as a reader hears it: no marks, no citations, no addresses. Paragraphs and list entries stay on own lines. */
export function plainText(markdown: string): string {
  return markdown
    .replaceAll(CITATION, '')
    .replaceAll(/\]\([^)]*\)/gu, ']')
    .replaceAll(/^\s*(?:[-*+]|\d+\.|#+|>|\|[-:| ]+\|$)\s*/gmu, '')
    .replaceAll(/[*_`[\]|]/gu, '');
}

/** Words of a text as read aloud: runs without a space that hold a letter or a digit. */
export function countWords(markdown: string): number {
  return plainText(markdown)
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
