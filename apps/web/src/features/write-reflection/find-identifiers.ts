const TEN_DIGITS = /(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)/g;
const MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december';
const BIRTH = new RegExp(
  String.raw`\b(?:born|birth|d\.?o\.?b\.?)\b[^.\d]{0,20}(?:\d{1,2}[ ./-](?:\d{1,2}|${MONTHS}|[a-z]{3})[ ./-]\d{2,4})`,
  'gi',
);

/**
 * The NHS number's check digit: the first nine digits weighted 10 down to 2, their sum taken from 11 modulo 11
 * (NHS Data Dictionary).
 */
function isNhsNumber(text: string): boolean {
  const digits = (text.match(/\d/g) ?? []).map(Number);
  const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0);
  return (11 - (sum % 11)) % 11 === digits[9];
}

/** Places in a text that may identify a person, as written. Finds some and not all. */
export function findIdentifiers(text: string): string[] {
  const numbers = [...text.matchAll(TEN_DIGITS)].map(([found]) => found).filter(isNhsNumber);
  return [...numbers, ...[...text.matchAll(BIRTH)].map(([found]) => found.trim())];
}

export function identifierWords(found: readonly string[]): string {
  return `This may identify a person: ${found.join(', ')}`;
}
