import type { Key, MarkingItem } from '@rounds/contracts/item';

export type KeyedItem = Pick<MarkingItem, 'kind' | 'stemHtml' | 'prompts' | 'options' | 'rationales'>;
export type KeyLine = { id: string; right: boolean; note: string | null; html: string; whyHtml: string | null };

/** An item's answers with the key among them: options as published, an ordering in its right order, pairs by prompt. */
export function keyLines(item: KeyedItem, key: Key): KeyLine[] {
  const rationale = (id: string) => item.rationales.find(({ optionId }) => optionId === id);
  const why = (id: string): string | null => rationale(id)?.html ?? null;
  const htmlOf = (id: string): string => item.options.find(({ optionId }) => optionId === id)?.html ?? '';
  switch (key.kind) {
    case 'ordering':
      return key.optionIds.map((id, at) => ({
        id,
        right: true,
        note: `${at + 1}`,
        html: htmlOf(id),
        whyHtml: why(id),
      }));
    case 'matching':
      return key.pairs.map(({ promptId, optionId }) => {
        const prompt = item.prompts.find((one) => one.optionId === promptId)?.html ?? '';
        return {
          id: promptId,
          right: true,
          note: 'Pair',
          html: `${prompt}: ${htmlOf(optionId)}`,
          whyHtml: why(promptId),
        };
      });
    case 'single-best-answer':
    case 'multiple-response': {
      const right = new Set(key.kind === 'single-best-answer' ? [key.optionId] : key.optionIds);
      return item.options.map(({ optionId: id, html }) => {
        const isRight = right.has(id);
        return {
          id,
          right: isRight,
          note: isRight ? 'Key' : rationale(id)?.unsafe ? 'Unsafe' : null,
          html,
          whyHtml: why(id),
        };
      });
    }
  }
}
