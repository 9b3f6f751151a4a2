import type { Response } from '@rounds/contracts/item';
import type { Progress } from '@rounds/contracts/version';
import { orderEvents, type RecordedEvent } from './order-events.ts';

/** Nothing done yet. */
export const NO_PROGRESS: Progress = {
  viewedCardIds: [],
  lastCardId: null,
  checks: {},
  decisions: {},
  scenarios: {},
  notes: {},
  quizDraft: null,
};

type Options = {
  /** Progress to go on from: what the server derived, under the events that still wait on this device. */
  from?: Progress;
  /** Answers kept for earlier tries were submitted, and are no draft any more. */
  nextTryNumber?: number;
};

/**
 * A learner's progress in one version, from the events of it. The same for any order of the events, and for events
 * given twice. Cards that the version does not have are passed over.
 */
export function deriveProgress(
  events: readonly RecordedEvent[],
  cardIds: readonly string[],
  options: Options = {},
): Progress {
  const { from = NO_PROGRESS, nextTryNumber = 1 } = options;
  const known = new Set(cardIds);
  const ordered = orderEvents(events).filter((event) => !('cardId' in event) || known.has(event.cardId));
  const progress = ordered.reduce(apply, from);
  const viewed = new Set(progress.viewedCardIds);
  return {
    ...progress,
    viewedCardIds: cardIds.filter((cardId) => viewed.has(cardId)),
    quizDraft: progress.quizDraft !== null && progress.quizDraft.tryNumber >= nextTryNumber ? progress.quizDraft : null,
  };
}

function apply(progress: Progress, event: RecordedEvent): Progress {
  switch (event.kind) {
    case 'card-viewed':
      return { ...progress, viewedCardIds: [...progress.viewedCardIds, event.cardId], lastCardId: event.cardId };
    case 'check-answered':
      return { ...progress, checks: { ...progress.checks, [event.cardId]: event.response } };
    case 'decision-made': {
      const { firstOptionId, finalOptionId, certainty } = event;
      const decision = { firstOptionId, finalOptionId, ...(certainty !== undefined && { certainty }) };
      return { ...progress, decisions: { ...progress.decisions, [event.cardId]: decision } };
    }
    case 'scenario-chosen':
      return {
        ...progress,
        scenarios: { ...progress.scenarios, [event.cardId]: choose(progress.scenarios[event.cardId] ?? [], event) },
      };
    case 'note-saved':
      return { ...progress, notes: writeNote(progress.notes, event.cardId, event.text) };
    case 'quiz-response-kept':
      return { ...progress, quizDraft: keepResponse(progress.quizDraft, event.tryNumber, event.response) };
    case 'confidence-given':
      return { ...progress, confidence: { ...progress.confidence, [event.when]: event.confidence ?? null } };
    case 'feedback-given':
      return { ...progress, feedbackGiven: true };
    case 'module-opened':
    case 'reflection-saved':
    case 'problem-reported':
    case 'barrier-answered':
    case 'barrier-skipped':
      return progress;
  }
}

type Path = Progress['scenarios'][string];

/** A choice made again at a node goes on from there: what followed the earlier choice falls away. */
function choose(path: Path, { nodeId, choiceId }: Path[number]): Path {
  const before = path.findIndex((step) => step.nodeId === nodeId);
  return [...(before === -1 ? path : path.slice(0, before)), { nodeId, choiceId }];
}

/** An empty note is no note. */
function writeNote(notes: Progress['notes'], cardId: string, text: string): Progress['notes'] {
  const { [cardId]: _, ...others } = notes;
  return text === '' ? others : { ...others, [cardId]: text };
}

/** The draft is that of the latest try; the last answer to an item stands. */
function keepResponse(draft: Progress['quizDraft'], tryNumber: number, response: Response): Progress['quizDraft'] {
  if (draft !== null && draft.tryNumber > tryNumber) return draft;
  const responses = draft?.tryNumber === tryNumber ? draft.responses : {};
  return { tryNumber, responses: { ...responses, [response.itemId]: response } };
}
