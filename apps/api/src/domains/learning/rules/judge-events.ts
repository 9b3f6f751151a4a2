import type { LearnerEvent, SetAsideReason } from '@rounds/contracts/event';
import type { ReadEvent } from './read-event.ts';

export type Judgement =
  | { outcome: 'accepted'; event: LearnerEvent }
  | { outcome: 'known' }
  | { outcome: 'set-aside'; reason: SetAsideReason };

/** What the events of a batch are judged by. */
export type Around = {
  /** Events kept before, by id: with the same content or other. */
  known: ReadonlyMap<string, { content: 'same' | 'other' }>;
  /** Versions this person can see. */
  versions: ReadonlyMap<string, { cardIds: readonly string[]; itemIds: readonly string[] }>;
  /** The item of each knowledge check, by version and card. */
  checkItems: ReadonlyMap<string, ReadonlyMap<string, string>>;
  ownCompletionIds: ReadonlySet<string>;
};

/** Judges each by itself, in the order sent: a faulty one blocks nothing. */
export function judgeEvents(read: readonly ReadEvent[], around: Around): Judgement[] {
  const accepted = new Map<string, string>();
  return read.map((one) => {
    if (one.event === null) return setAside(one.reason);
    const content = JSON.stringify(one.event);
    const earlier = accepted.get(one.event.id);
    if (earlier !== undefined)
      return earlier === content ? { outcome: 'known' } : setAside('id-used-for-other-content');
    const judgement = judge(one.event, around);
    if (judgement.outcome === 'accepted') accepted.set(one.event.id, content);
    return judgement;
  });
}

function judge(event: LearnerEvent, around: Around): Judgement {
  const known = around.known.get(event.id);
  if (known !== undefined)
    return known.content === 'same' ? { outcome: 'known' } : setAside('id-used-for-other-content');
  if (event.kind === 'reflection-saved')
    return around.ownCompletionIds.has(event.completionId) ? { outcome: 'accepted', event } : setAside('not-yours');
  const version = around.versions.get(event.versionId);
  if (version === undefined) return setAside('unknown-version');
  const { cardId, itemId } = placeOf(event);
  const cardFound = cardId === null || version.cardIds.includes(cardId);
  const itemFound = itemId === null || version.itemIds.includes(itemId);
  return cardFound && itemFound && answersItsCheck(event, around)
    ? { outcome: 'accepted', event }
    : setAside('unknown-place');
}

function answersItsCheck(event: LearnerEvent, { checkItems }: Around): boolean {
  return (
    event.kind !== 'check-answered' || checkItems.get(event.versionId)?.get(event.cardId) === event.response.itemId
  );
}

type Place = { cardId: string | null; itemId: string | null };

function placeOf(event: Exclude<LearnerEvent, { kind: 'reflection-saved' }>): Place {
  switch (event.kind) {
    case 'module-opened':
    case 'confidence-given':
    case 'feedback-given':
    case 'barrier-answered':
    case 'barrier-skipped':
      return { cardId: null, itemId: null };
    case 'quiz-response-kept':
      return { cardId: null, itemId: event.response.itemId };
    case 'problem-reported':
      return event.place.kind === 'card'
        ? { cardId: event.place.cardId, itemId: null }
        : { cardId: null, itemId: event.place.itemId };
    case 'card-viewed':
    case 'check-answered':
    case 'decision-made':
    case 'scenario-chosen':
    case 'note-saved':
      return { cardId: event.cardId, itemId: null };
  }
}

function setAside(reason: SetAsideReason): Judgement {
  return { outcome: 'set-aside', reason };
}
