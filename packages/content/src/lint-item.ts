import type { AuthoredCheck, AuthoredItem } from './authored-item.ts';
import type { ItemFault } from './check-key.ts';
import { plainText } from './read-text.ts';

type Item = AuthoredItem | AuthoredCheck;
type BestAnswer = Extract<Item, { kind: 'single-best-answer' }>;

/**
 * Warnings of item-writing flaws (BMC Med Educ 2016, s12909-016-0559-7, table 1), as far as a pattern can see them.
 * Only warnings: what a flaw does to scores is unpredictable (PMC10711986), and a pattern cannot judge a sentence.
 * Not checked: the place of the key, since options are shuffled.
 */
export function lintItem(item: Item): ItemFault[] {
  const options = item.options.map(({ text }) => plainText(text).trim());
  const warnings = [...lintStem(item), ...options.flatMap((text, i) => lintWording(text, ['options', i, 'text']))];
  if (item.kind !== 'single-best-answer') return warnings;
  const key = item.options.findIndex(({ id }) => id === item.key);
  return [
    ...warnings,
    ...lintLength(options, key),
    ...lintNumbers(options),
    ...lintArticle(item, options),
    ...lintEcho(item, options, key),
  ];
}

const warning = (path: (string | number)[], message: string): ItemFault => ({ path, message });

/** The last sentence of the stem asks the question. */
function questionOf(item: Item): string {
  return (
    plainText(item.stem)
      .trim()
      .split(/(?<=[.?!])\s+/u)
      .at(-1) ?? ''
  );
}

function lintStem(item: Item): ItemFault[] {
  const hit = /\b(not|except|least)\b/iu.exec(questionOf(item));
  return hit ? [warning(['stem'], `The question is negative ("${hit[0]}"). Ask for what is right.`)] : [];
}

function lintWording(text: string, path: (string | number)[]): ItemFault[] {
  const absolute = /\b(always|never|only|all)\b/iu.exec(text);
  const vague = /\b(usually|often|rarely|sometimes|may)\b/iu.exec(text);
  return [
    ...(absolute ? [warning(path, `"${absolute[0]}" marks an option as wrong. Say it without.`)] : []),
    ...(vague ? [warning(path, `"${vague[0]}" means something else to each reader. Be definite.`)] : []),
  ];
}

function lintLength(options: readonly string[], key: number): ItemFault[] {
  const others = options.filter((_, i) => i !== key).map(({ length }) => length);
  const mean = others.reduce((sum, length) => sum + length, 0) / others.length;
  const isLong = (options[key]?.length ?? 0) > 1.5 * mean;
  return isLong
    ? [warning(['options', key, 'text'], 'The key is more than 1.5 times as long as the other options are on average.')]
    : [];
}

function lintNumbers(options: readonly string[]): ItemFault[] {
  const numbers = options.map((text) => Number.parseFloat(text.replace(/^[£$€]/u, '').replaceAll(',', '')));
  const isSorted = numbers.every((n, i) => i === 0 || n >= (numbers[i - 1] ?? n));
  return numbers.every(Number.isFinite) && !isSorted
    ? [warning(['options'], 'Sort the numbers from small to large.')]
    : [];
}

function lintArticle(item: BestAnswer, options: readonly string[]): ItemFault[] {
  const article = /\b(an?)$/iu
    .exec(
      plainText(item.stem)
        .trim()
        .replace(/[.:…]*$/u, ''),
    )?.[1]
    ?.toLowerCase();
  if (!article) return [];
  const fits = options.map((text) => /^[aeiou]/iu.test(text) === (article === 'an'));
  return fits.includes(false)
    ? [warning(['stem'], `"${article}" at the end of the stem does not fit every option.`)]
    : [];
}

/** A word of 5 letters or more that the stem shares with the key and with no other option. */
function lintEcho(item: BestAnswer, options: readonly string[], key: number): ItemFault[] {
  const inStem = contentWords(plainText(item.stem));
  const inOthers = new Set(options.flatMap((text, i) => (i === key ? [] : [...contentWords(text)])));
  const echo = [...contentWords(options[key] ?? '')].find((word) => inStem.has(word) && !inOthers.has(word));
  return echo ? [warning(['options', key, 'text'], `The stem's word "${echo}" is repeated in the key alone.`)] : [];
}

const contentWords = (text: string): Set<string> => new Set(text.toLowerCase().match(/\p{L}{5,}/gu));
