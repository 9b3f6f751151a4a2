import type { LearnerItem, Response } from '@rounds/contracts/item';

export type ResponseFault = {
  code: 'invalid-request' | 'unknown-item' | 'item-outside-draw' | 'unknown-option' | 'too-many-options';
  /** Where, as `responses.3.optionIds.0`. */
  field: string;
  message: string;
};

type Submitted = {
  responses: readonly Response[];
  /** The items of this try. */
  drawn: readonly LearnerItem[];
  /** All items of the version. */
  pool: readonly LearnerItem[];
};

/** The first fault that makes a try impossible to mark, or null. What is left out counts as unanswered. */
export function checkResponses({ responses, drawn, pool }: Submitted): ResponseFault | null {
  const ofTry = new Map(drawn.map((item) => [item.itemId, item]));
  const seen = new Set<string>();
  for (const [index, response] of responses.entries()) {
    const fault = checkResponse(response, `responses.${index}`, { ofTry, pool, seen });
    if (fault !== null) return fault;
    seen.add(response.itemId);
  }
  return null;
}

type Around = { ofTry: ReadonlyMap<string, LearnerItem>; pool: readonly LearnerItem[]; seen: ReadonlySet<string> };

function checkResponse(response: Response, at: string, { ofTry, pool, seen }: Around): ResponseFault | null {
  const { itemId } = response;
  const field = `${at}.itemId`;
  const item = ofTry.get(itemId);
  if (item === undefined) {
    return pool.some((other) => other.itemId === itemId)
      ? { code: 'item-outside-draw', field, message: 'was not drawn for this try' }
      : { code: 'unknown-item', field, message: 'is no item of this version' };
  }
  if (seen.has(itemId)) return { code: 'invalid-request', field, message: 'is answered twice' };
  return unknownOption(item, response, at) ?? tooMany(item, response, at);
}

function unknownOption(item: LearnerItem, { optionIds, pairs }: Response, at: string): ResponseFault | null {
  const options = new Set(item.options.map(({ optionId }) => optionId));
  const prompts = new Set(item.prompts.map(({ optionId }) => optionId));
  const places = [
    ...optionIds.map((id, i) => ({ known: options.has(id), field: `${at}.optionIds.${i}` })),
    ...pairs.map(({ promptId }, i) => ({ known: prompts.has(promptId), field: `${at}.pairs.${i}.promptId` })),
    ...pairs.map(({ optionId }, i) => ({ known: options.has(optionId), field: `${at}.pairs.${i}.optionId` })),
  ];
  const unknown = places.find(({ known }) => !known);
  return unknown === undefined
    ? null
    : { code: 'unknown-option', field: unknown.field, message: 'is no option of this item' };
}

function tooMany(item: LearnerItem, { optionIds, pairs }: Response, at: string): ResponseFault | null {
  const tooManyAt = (list: string, message: string): ResponseFault => ({
    code: 'too-many-options',
    field: `${at}.${list}`,
    message,
  });
  const most = MOST_OPTIONS[item.kind](item);
  if (optionIds.length > most) return tooManyAt('optionIds', `takes at most ${most}`);
  if (new Set(optionIds).size < optionIds.length) return tooManyAt('optionIds', 'names an option twice');
  const mostPairs = item.kind === 'matching' ? item.prompts.length : 0;
  if (pairs.length > mostPairs) return tooManyAt('pairs', `takes at most ${mostPairs}`);
  if (new Set(pairs.map(({ promptId }) => promptId)).size < pairs.length)
    return tooManyAt('pairs', 'answers a prompt twice');
  return null;
}

const MOST_OPTIONS: Record<LearnerItem['kind'], (item: LearnerItem) => number> = {
  'single-best-answer': () => 1,
  'multiple-response': ({ options }) => options.length,
  ordering: ({ options }) => options.length,
  matching: () => 0,
};
