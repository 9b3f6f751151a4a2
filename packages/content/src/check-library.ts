import type { Finding, Located, Path } from './finding.ts';
import { faultAt, warningAt } from './finding.ts';
import { checkDiscussions } from './check-discussion.ts';
import type { ModuleDraft } from './module-draft.ts';
import type { AuthoredPath } from './module-manifest.ts';

/** What must hold between modules: known paths, places of their own, ids that no other module uses. */
export function checkLibrary(paths: Located<AuthoredPath[]> | undefined, drafts: readonly ModuleDraft[]): Finding[] {
  return [
    ...(paths ? [...checkPaths(paths, drafts), ...checkDiscussions(paths, drafts)] : []),
    ...findRepeats(
      drafts.map(({ manifest }) =>
        place(manifest, ['position'], `position ${manifest.value.position} of ${manifest.value.path}`),
      ),
    ),
    ...findRepeats(drafts.flatMap(itemPlaces)),
    ...checkSuggestions(drafts),
  ];
}

function checkPaths(paths: Located<AuthoredPath[]>, drafts: readonly ModuleDraft[]): Finding[] {
  const codes = paths.value.map(({ id }) => id);
  const strays = drafts.flatMap(({ manifest }) => {
    const message = `There is no path ${manifest.value.path} in paths.yaml. The paths are ${codes.join(', ')}.`;
    return codes.includes(manifest.value.path) ? [] : [faultAt(manifest, ['path'], message)];
  });
  const ids = codes.map((code, i) => place(paths, [i, 'id'], `path ${code}`));
  const positions = paths.value.map(({ position }, i) => place(paths, [i, 'position'], `position ${position}`));
  return [...strays, ...findRepeats([...ids, ...positions])];
}

/** A tool that is always wrong, or always right, teaches to ignore it, or to follow it. */
function checkSuggestions(drafts: readonly ModuleDraft[]): Finding[] {
  const decisions = drafts.flatMap(({ cards }) =>
    cards.flatMap((at) => (at.value.kind === 'decide-first' ? [{ at, card: at.value }] : [])),
  );
  const misled = decisions.filter(({ card }) => card.tool.suggests !== card.key).length;
  const word = misled === 0 ? 'right' : misled === decisions.length ? 'wrong' : undefined;
  if (decisions.length < 3 || !word) return [];
  const message = `The tool is ${word} on all ${decisions.length} decide-first cards of the library. Let it be ${word === 'right' ? 'wrong' : 'right'} on some.`;
  return decisions.slice(0, 1).map(({ at }) => warningAt(at, ['tool', 'suggests'], message));
}

type Place = { at: Located<unknown>; path: Path; name: string };
const place = (at: Located<unknown>, path: Path, name: string): Place => ({ at, path, name });

/** Quiz items and knowledge checks share one set of ids. */
function itemPlaces({ items, cards }: ModuleDraft): Place[] {
  const checks = cards.flatMap((card) =>
    card.value.kind === 'check' ? [place(card, ['item', 'id'], `item ${card.value.item.id}`)] : [],
  );
  return [...checks, ...items.value.map(({ id }, i) => place(items, [i, 'id'], `item ${id}`))];
}

function findRepeats(places: readonly Place[]): Finding[] {
  return places.flatMap(({ at, path, name }, i) => {
    const first = places.slice(0, i).find((other) => other.name === name);
    if (!first) return [];
    return [
      faultAt(
        at,
        path,
        `${name} is taken already, at ${first.at.file}:${first.at.lineOf(first.path)}. Choose another.`,
      ),
    ];
  });
}
