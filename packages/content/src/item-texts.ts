import type { AuthoredCheck, AuthoredItem } from './authored-item.ts';
import type { AuthoredText } from './read-text.ts';

/**
 * Every text of an item. Stem, prompts and options cite nothing: a source would give the key away, and it is shown
 * only with the rationale.
 */
export function itemTexts(item: AuthoredItem | AuthoredCheck): AuthoredText[] {
  const prompts =
    item.kind === 'matching' ? item.prompts.flatMap((prompt, i) => choiceTexts(prompt, ['prompts', i])) : [];
  return [
    { path: ['stem'], text: item.stem, shown: 'block', mayCite: false },
    ...prompts,
    ...item.options.flatMap((option, i) => choiceTexts(option, ['options', i])),
  ];
}

type Choice = { text: string; rationale?: string | undefined };

/** An option's text, and its rationale if it has one. */
export function choiceTexts({ text, rationale }: Choice, path: (string | number)[]): AuthoredText[] {
  const shown: AuthoredText[] = [{ path: [...path, 'text'], text, shown: 'inline', mayCite: false }];
  if (rationale === undefined) return shown;
  return [...shown, { path: [...path, 'rationale'], text: rationale, shown: 'block', mayCite: true }];
}
