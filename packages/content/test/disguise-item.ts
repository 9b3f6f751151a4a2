import type { AuthoredItem } from '../src/authored-item.ts';

const SECRET = 'Zugzwang';

/** The same item with another key and other explanations, but the same question. */
export function disguise(item: AuthoredItem): AuthoredItem {
  const hide = <T extends { rationale?: string | undefined }>(one: T) => ({ ...one, rationale: SECRET });
  const hideOption = <T extends { rationale?: string | undefined; unsafe: boolean }>(one: T) => ({
    ...hide(one),
    unsafe: !one.unsafe,
  });
  const sources = [SECRET];
  switch (item.kind) {
    case 'single-best-answer':
      return {
        ...item,
        sources,
        card: SECRET,
        options: item.options.map(hideOption),
        key: item.options.find(({ id }) => id !== item.key)?.id ?? '',
      };
    case 'multiple-response':
      return {
        ...item,
        sources,
        card: SECRET,
        options: item.options.map(hideOption),
        key: item.options.map(({ id }) => id).filter((id) => !item.key.includes(id)),
      };
    case 'ordering':
      return { ...item, sources, card: SECRET, options: item.options.map(hideOption), key: item.key.toReversed() };
    case 'matching':
      return {
        ...item,
        sources,
        card: SECRET,
        options: item.options.map(hideOption),
        prompts: item.prompts.map(hide),
        key: rotatePairs(item),
      };
  }
}

/** Every prompt gets the option after its own. */
function rotatePairs({ options, key }: Extract<AuthoredItem, { kind: 'matching' }>): Record<string, string> {
  const ids = options.map(({ id }) => id);
  return Object.fromEntries(
    Object.entries(key).map(([prompt, id]) => [prompt, ids[(ids.indexOf(id) + 1) % ids.length] ?? '']),
  );
}
