import type { Key, LearnerItem } from '@rounds/contracts/item';
import type { ResponseFault } from './check-responses.ts';

/** What is wrong with a key for an item, or null: its kind, an option the item does not have, or one too many or few. */
export function checkKey(item: LearnerItem, key: Key): ResponseFault | null {
  if (key.kind !== item.kind) return { code: 'invalid-request', field: 'key.kind', message: `is not ${item.kind}` };
  switch (key.kind) {
    case 'single-best-answer':
      return unknown(item, [key.optionId], () => 'key.optionId');
    case 'multiple-response':
      return (
        unknown(item, key.optionIds, at) ??
        repeated(key.optionIds) ??
        (key.optionIds.length === 0 ? tooFew('at least one option') : null)
      );
    case 'ordering':
      return (
        unknown(item, key.optionIds, at) ??
        repeated(key.optionIds) ??
        (key.optionIds.length < item.options.length ? tooFew('every option') : null)
      );
    case 'matching':
      return checkPairs(item, key.pairs);
  }
}

type Pairs = Extract<Key, { kind: 'matching' }>['pairs'];

function checkPairs(item: LearnerItem, pairs: Pairs): ResponseFault | null {
  const prompts = new Set(item.prompts.map(({ optionId }) => optionId));
  const stray = pairs.findIndex(({ promptId }) => !prompts.has(promptId));
  if (stray !== -1)
    return { code: 'unknown-option', field: `key.pairs.${stray}.promptId`, message: 'is no prompt of this item' };
  const fault = unknown(
    item,
    pairs.map(({ optionId }) => optionId),
    (i) => `key.pairs.${i}.optionId`,
  );
  if (fault !== null) return fault;
  const named = new Set(pairs.map(({ promptId }) => promptId));
  if (named.size < pairs.length)
    return { code: 'too-many-options', field: 'key.pairs', message: 'answers a prompt twice' };
  return named.size < prompts.size
    ? { code: 'invalid-request', field: 'key.pairs', message: 'needs a pair for every prompt' }
    : null;
}

const at = (index: number): string => `key.optionIds.${index}`;

function unknown(
  item: LearnerItem,
  optionIds: readonly string[],
  field: (index: number) => string,
): ResponseFault | null {
  const known = new Set(item.options.map(({ optionId }) => optionId));
  const stray = optionIds.findIndex((optionId) => !known.has(optionId));
  return stray === -1 ? null : { code: 'unknown-option', field: field(stray), message: 'is no option of this item' };
}

function repeated(optionIds: readonly string[]): ResponseFault | null {
  const twice = new Set(optionIds).size < optionIds.length;
  return twice ? { code: 'too-many-options', field: 'key.optionIds', message: 'names an option twice' } : null;
}

function tooFew(what: string): ResponseFault {
  return { code: 'invalid-request', field: 'key.optionIds', message: `needs ${what}` };
}
