import type { ItemKey, Response } from '@rounds/contracts/item';

type Chosen = Pick<Response, 'optionIds' | 'pairs'>;

/**
 * Fraction of full marks for one item, 0 to 1; unanswered is 0. Works for quiz items on the server and for knowledge
 * checks on the device. An option or prompt named twice counts once; one that the item does not have is simply wrong.
 */
export function markItem({ key }: Pick<ItemKey, 'key'>, response: Chosen | undefined): number {
  if (!response) return 0;
  switch (key.kind) {
    case 'single-best-answer':
      return response.optionIds.length === 1 && response.optionIds[0] === key.optionId ? 1 : 0;
    case 'multiple-response':
      return markMultipleResponse(new Set(key.optionIds), new Set(response.optionIds));
    case 'ordering':
      return markOrdering(key.optionIds, [...new Set(response.optionIds)]);
    case 'matching':
      return markMatching(key.pairs, response.pairs);
  }
}

/** Each wrong choice cancels a right one, so that ticking everything does not score full marks. */
function markMultipleResponse(right: ReadonlySet<string>, chosen: ReadonlySet<string>): number {
  const hits = [...chosen].filter((id) => right.has(id)).length;
  const misses = chosen.size - hits;
  return Math.max(0, hits - misses) / right.size;
}

/**
 * A neighbouring pair of the right order counts where the response has it side by side, in that order. Moodle calls
 * this "relative to the next item (excluding last)"; a blind guess of n options earns 1 in n on average.
 */
function markOrdering(right: readonly string[], chosen: readonly string[]): number {
  const next = new Map(right.slice(1).map((id, i) => [right[i], id]));
  const pairs = chosen.slice(1).filter((id, i) => next.get(chosen[i]) === id).length;
  return pairs / (right.length - 1);
}

type Pairs = Chosen['pairs'];

/** A prompt given two different options is not right: nobody earns by answering both ways. */
function markMatching(right: Pairs, chosen: Pairs): number {
  const given = Map.groupBy(chosen, (pair) => pair.promptId);
  const hits = right.filter((pair) => {
    const answers = given.get(pair.promptId);
    return answers !== undefined && answers.every((answer) => answer.optionId === pair.optionId);
  });
  return hits.length / right.length;
}
