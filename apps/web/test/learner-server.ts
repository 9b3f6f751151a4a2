import { recordEvents } from '@rounds/contracts/event';
import type { LearnerDocument } from '@rounds/contracts/learner-document';
import { readMe } from '@rounds/contracts/me';
import { readDocument, readVersionState, type VersionState } from '@rounds/contracts/version';
import { deriveProgress } from '@rounds/rules/derive-progress';
import type { RecordedEvent } from '@rounds/rules/order-events';
import type { setupServer } from 'msw/node';
import { aDocument, aMe, aVersionState } from './factories.ts';
import { handle, noAnswer } from './server.ts';

export type LearnerServer = {
  events: RecordedEvent[];
  state: VersionState;
  /** While true no event is taken: there is no answer. */
  down: boolean;
};

/** A server that keeps events and derives progress from them, as the API does. */
export function learnerServer(
  server: ReturnType<typeof setupServer>,
  document: LearnerDocument = aDocument(),
): LearnerServer {
  const kept: LearnerServer = { events: [], state: aVersionState(), down: false };
  const cardIds = document.cards.map(({ cardId }) => cardId);
  server.use(
    handle(readMe, () => aMe()),
    handle(readDocument, () => document),
    handle(readVersionState, () => {
      const { nextTryNumber } = kept.state;
      return {
        ...kept.state,
        progress: deriveProgress(kept.events, cardIds, { from: kept.state.progress, nextTryNumber }),
      };
    }),
    handle(recordEvents, ({ body }) => {
      if (kept.down) return noAnswer();
      const { events } = body as { events: RecordedEvent[] };
      kept.events.push(...events);
      return {
        answers: events.map(({ id }) => ({ id, outcome: 'accepted' as const })),
        serverTime: new Date().toISOString(),
      };
    }),
  );
  return kept;
}
