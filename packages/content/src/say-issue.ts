import type { core } from 'zod';
import type { Path } from './finding.ts';

/** A schema's complaint in an author's words: where, what is wrong, what to do. */
export function sayIssue(issue: core.$ZodIssue): string {
  const name = `\`${sayPath(issue.path)}\``;
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `${name} is missing. Add it.`
        : `${name} must be ${sayType(issue.expected)}. ${hint(issue)}`;
    case 'invalid_value':
      return `${name} must be one of: ${issue.values.join(', ')}.`;
    case 'invalid_union':
      return 'options' in issue
        ? `${name} must be one of: ${issue.options?.join(', ')}.`
        : `${name}: ${issue.message}.`;
    case 'too_small':
      return issue.minimum === 1
        ? `${name} is empty. Fill it in.`
        : `${name} is too small: ${saySize(issue.origin, 'at least', issue.minimum)}.`;
    case 'too_big':
      return `${name} is too large: ${saySize(issue.origin, 'at most', issue.maximum)}.`;
    case 'unrecognized_keys':
      return sayUnknown(issue.keys);
    case 'invalid_format':
      return issue.format === 'date' ? `${name} must be a date such as '2027-11-01'.` : `${name} ${issue.message}.`;
    case 'invalid_key':
      return `${name} ${issue.issues[0]?.message ?? 'is not a valid key'}.`;
    default:
      return `${name}: ${issue.message}.`;
  }
}

/** `options[2].text`; a whole file is "the file". */
export function sayPath(path: Path): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return text.replace(/^\./, '') || 'the file';
}

function sayUnknown(keys: readonly string[]): string {
  const remedy = keys.some((key) => key.includes(' '))
    ? 'A text with a comma needs quotes between { and }.'
    : 'Remove it, or mend its spelling.';
  return `The format has no key ${keys.map((key) => `\`${key}\``).join(', ')} here. ${remedy}`;
}

const TYPES: Record<string, string> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a block of keys',
  record: 'a block of keys',
};
const sayType = (expected: string): string => TYPES[expected] ?? expected;

function hint({ expected, input }: core.$ZodIssueInvalidType): string {
  if (expected === 'string' && (typeof input === 'number' || typeof input === 'boolean')) return 'Put it in quotes.';
  return input === null ? 'It is empty.' : '';
}

const UNITS: Record<string, string> = { string: ' characters', array: ' entries' };
const saySize = (origin: string, bound: string, size: number | bigint): string =>
  `${bound} ${size}${UNITS[origin] ?? ''}`;
