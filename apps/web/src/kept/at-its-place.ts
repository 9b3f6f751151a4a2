import { ModulePage } from '@rounds/contracts/catalogue';
import { LearnerDocument } from '@rounds/contracts/learner-document';
import { Today } from '@rounds/contracts/today';
import { VersionState } from '@rounds/contracts/version';
import type { QueryKey } from '@tanstack/react-query';
import { getKept, type Kept, listKept } from './kept-store.ts';
import { keptKeys } from './keys.ts';
import { isUnderWay, pageAt, type Place, todayAt } from './place.ts';

async function placeIn(owner: string, versionId: string): Promise<Place | null> {
  const [document, state] = await Promise.all(
    ['document', 'state'].map((part) => getKept(owner, keptKeys.answer(['version', versionId, part]))),
  );
  const [read, known] = [LearnerDocument.safeParse(document?.value), VersionState.safeParse(state?.value)];
  return read.success && known.success ? { document: read.data, state: known.data } : null;
}

/** The module under way in which something was done last on this device. */
async function lastPlace(owner: string): Promise<Place | null> {
  const states = (await listKept(owner, 'answer ["version",')).filter(({ key }) => key.endsWith(',"state"]'));
  for (const { key } of states.toSorted((a, b) => b.at.localeCompare(a.at))) {
    const versionId = /"([0-9a-f-]{36})"/.exec(key)?.[1];
    const place = versionId ? await placeIn(owner, versionId) : null;
    if (place && isUnderWay(place)) return place;
  }
  return null;
}

/** A kept answer, with the learner's place as this device knows it since. */
export async function atItsPlace(owner: string, [what]: QueryKey, kept: Kept): Promise<Kept> {
  if (what === 'module') {
    const page = ModulePage.safeParse(kept.value);
    const place = page.success ? await placeIn(owner, page.data.versionId) : null;
    return page.success && place ? { ...kept, value: pageAt(page.data, place) } : kept;
  }
  if (what === 'today') {
    const today = Today.safeParse(kept.value);
    const place = today.success ? await lastPlace(owner) : null;
    return today.success && place ? { ...kept, value: todayAt(today.data, place) } : kept;
  }
  return kept;
}
