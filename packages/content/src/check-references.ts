import type { Finding } from './finding.ts';
import { faultAt, warningAt } from './finding.ts';
import type { ModuleDraft } from './module-draft.ts';

/** Ids used once, and every reference used somewhere. */
export function checkReferences({ manifest, cards, items }: ModuleDraft): Finding[] {
  const ids = manifest.value.references.map(({ id }) => id);
  const used = new Set([
    ...cards.flatMap(({ value }) =>
      value.kind === 'check' ? [...value.sources, ...value.item.sources] : value.sources,
    ),
    ...items.value.flatMap(({ sources }) => sources),
  ]);
  return ids.flatMap((id, i) => {
    const path = ['references', i, 'id'];
    if (ids.indexOf(id) < i) return [faultAt(manifest, path, `Another reference has the id ${id}.`)];
    return used.has(id) ? [] : [warningAt(manifest, path, `No card or item uses the reference ${id}.`)];
  });
}
