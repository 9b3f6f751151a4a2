import type { CheckItem } from '@rounds/contracts/learner-document';
import type { ItemKey, Key, LearnerItem, MarkingItem, Option, Rationale } from '@rounds/contracts/item';
import type { AuthoredCheck, AuthoredItem } from './authored-item.ts';
import { itemIdOf } from './library-ids.ts';
import { renderBlock, renderInline } from './render-markdown.ts';

/** The half of a quiz item that a learner gets: its fields are named one by one, so that nothing else can follow. */
export function publishLearnerItem(module: string, item: AuthoredItem): LearnerItem {
  return { ...publishQuestion(module, item), outcomeId: item.outcome, safetyCritical: item.safetyCritical };
}

/** The whole quiz item, for marking. */
export function publishMarkingItem(module: string, item: AuthoredItem): MarkingItem {
  return { ...publishLearnerItem(module, item), ...publishKey(item, item.sources), cardId: item.card };
}

/** A knowledge check with its explanations. `sources` are those of its card, which number the citations. */
export function publishCheck(module: string, item: AuthoredCheck, sources: readonly string[]): CheckItem {
  return { ...publishQuestion(module, item), ...publishKey(item, sources), cardId: null };
}

type Question = Pick<LearnerItem, 'itemId' | 'kind' | 'stemHtml' | 'prompts' | 'options'>;

function publishQuestion(module: string, item: AuthoredItem | AuthoredCheck): Question {
  return {
    itemId: itemIdOf(module, item.id),
    kind: item.kind,
    stemHtml: renderBlock(item.stem, []),
    prompts: item.kind === 'matching' ? item.prompts.map(publishOption) : [],
    options: item.options.map(publishOption),
  };
}

export const publishOption = ({ id, text }: { id: string; text: string }): Option => ({
  optionId: id,
  html: renderInline(text),
});

function publishKey(item: AuthoredItem | AuthoredCheck, sources: readonly string[]): Omit<ItemKey, 'cardId'> {
  const prompts = item.kind === 'matching' ? item.prompts.map((prompt) => ({ ...prompt, unsafe: false })) : [];
  const rationales = [...prompts, ...item.options].flatMap(({ id, rationale, unsafe }): Rationale[] =>
    rationale === undefined ? [] : [{ optionId: id, html: renderBlock(rationale, sources), unsafe }],
  );
  return { key: keyOf(item), rationales, sources: item.sources };
}

function keyOf(item: AuthoredItem | AuthoredCheck): Key {
  switch (item.kind) {
    case 'single-best-answer':
      return { kind: item.kind, optionId: item.key };
    case 'multiple-response':
    case 'ordering':
      return { kind: item.kind, optionIds: item.key };
    case 'matching':
      return { kind: item.kind, pairs: item.prompts.map(({ id }) => ({ promptId: id, optionId: item.key[id] ?? '' })) };
  }
}
