import type { AuthoredCheck, AuthoredItem } from './authored-item.ts';

/** A fault at `path` within the item. */
export type ItemFault = { path: (string | number)[]; message: string };

const fault = (path: (string | number)[], message: string): ItemFault => ({ path, message });

/** What must hold between an item's options and its key. */
export function checkKey(item: AuthoredItem | AuthoredCheck): ItemFault[] {
  const optionIds = item.options.map(({ id }) => id);
  const unknown = (id: string, path: (string | number)[]): ItemFault[] =>
    optionIds.includes(id)
      ? []
      : [fault(path, `The key names ${id}, which is not an option. The options are ${optionIds.join(', ')}.`)];
  switch (item.kind) {
    case 'single-best-answer':
      return unknown(item.key, ['key']);
    case 'multiple-response':
      return [
        ...item.key.flatMap((id, i) => unknown(id, ['key', i])),
        ...(new Set(item.key).size < item.key.length ? [fault(['key'], 'The key names an option twice.')] : []),
        ...(item.key.length >= optionIds.length
          ? [fault(['key'], 'Every option is a key. Leave at least 1 wrong option.')]
          : []),
      ];
    case 'ordering': {
      const isWhole = item.key.length === optionIds.length && new Set(item.key).size === optionIds.length;
      const parts = item.key.flatMap((id, i) => unknown(id, ['key', i]));
      return isWhole ? parts : [...parts, fault(['key'], 'The key must name every option once, in the right order.')];
    }
    case 'matching':
      return checkPairs(item, unknown);
  }
}

type Matching = Extract<AuthoredItem | AuthoredCheck, { kind: 'matching' }>;

function checkPairs(item: Matching, unknown: (id: string, path: (string | number)[]) => ItemFault[]): ItemFault[] {
  const promptIds = item.prompts.map(({ id }) => id);
  const missing = promptIds.filter((id) => !(id in item.key));
  const extra = Object.keys(item.key).filter((id) => !promptIds.includes(id));
  return [
    ...Object.entries(item.key).flatMap(([promptId, optionId]) => unknown(optionId, ['key', promptId])),
    ...missing.map((id) => fault(['key'], `The key has no option for the prompt ${id}.`)),
    ...extra.map((id) => fault(['key', id], `The key names the prompt ${id}, which does not exist.`)),
  ];
}
