import type { AuthoredCheck, AuthoredItem } from './authored-item.ts';
import { checkKey } from './check-key.ts';
import type { ItemFault } from './check-key.ts';
import { checkTexts } from './check-texts.ts';
import type { Finding, Located, Path } from './finding.ts';
import { faultAt, warningAt } from './finding.ts';
import { itemTexts } from './item-texts.ts';
import { lintItem } from './lint-item.ts';
import { plainText } from './read-text.ts';

/** All that one item can show by itself. `base` is where it stands in its file. */
export function checkItem(
  place: Located<unknown>,
  base: Path,
  item: AuthoredItem | AuthoredCheck,
  references: ReadonlySet<string>,
): Finding[] {
  const faults = [
    ...checkKey(item),
    ...checkChoices(item),
    ...checkSources(item.sources, references),
    ...checkOrderGiven(item),
  ];
  return [
    ...faults.map(({ path, message }) => faultAt(place, [...base, ...path], `${item.id}: ${message}`)),
    ...lintItem(item).map(({ path, message }) => warningAt(place, [...base, ...path], `${item.id}: ${message}`)),
    ...checkTexts(place, base, itemTexts(item), item.sources),
  ];
}

/** Sources must exist in module.yaml, each named once. */
export function checkSources(sources: readonly string[], references: ReadonlySet<string>): ItemFault[] {
  return sources.flatMap((id, i) => {
    if (!references.has(id)) return [{ path: ['sources', i], message: `The reference ${id} is not in module.yaml.` }];
    return sources.indexOf(id) < i ? [{ path: ['sources', i], message: `The source ${id} is named twice.` }] : [];
  });
}

type Choice = { id: string; text: string };

/** Distinct ids, distinct texts, and no "all of the above". */
function checkChoices(item: AuthoredItem | AuthoredCheck): ItemFault[] {
  const prompts: Choice[] = item.kind === 'matching' ? item.prompts : [];
  return [...checkSet(prompts, 'prompts', []), ...checkSet(item.options, 'options', prompts)];
}

function checkSet(choices: readonly Choice[], list: string, taken: readonly Choice[]): ItemFault[] {
  return choices.flatMap(({ id, text }, i) => {
    const earlier = choices.slice(0, i);
    const found: ItemFault[] = [];
    if ([...taken, ...earlier].some((other) => other.id === id))
      found.push({
        path: [list, i, 'id'],
        message: `The id ${id} is used twice. Give each option and prompt its own.`,
      });
    if (earlier.some((other) => sameText(other.text, text)))
      found.push({ path: [list, i, 'text'], message: `Two ${list} say the same. Change one.` });
    if (/\b(all|none|both|neither) of (the above|these)\b/iu.test(text))
      found.push({
        path: [list, i, 'text'],
        message: 'Options are shuffled, so none can speak of the others. Write a real option.',
      });
    return found;
  });
}

const sameText = (a: string, b: string): boolean => normalise(a) === normalise(b);
const normalise = (text: string): string =>
  plainText(text)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Options reach the device with their ids and in the author's order, so neither may spell the key out. */
function checkOrderGiven(item: AuthoredItem | AuthoredCheck): ItemFault[] {
  if (item.kind !== 'ordering' && item.kind !== 'matching') return [];
  const key = item.kind === 'ordering' ? item.key : item.prompts.map(({ id }) => item.key[id] ?? '');
  const listed = item.options.map(({ id }) => id).filter((id) => key.includes(id));
  const found: ItemFault[] = [];
  if (key.join() === listed.join())
    found.push({
      path: ['options'],
      message: 'The options stand in the order of the key. List them in another order.',
    });
  if (key.join() === listed.toSorted().join())
    found.push({ path: ['options'], message: 'The ids of the options spell the key out. Give them other ids.' });
  return found;
}
