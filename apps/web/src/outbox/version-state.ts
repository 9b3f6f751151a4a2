import type { LearnerDocument } from '@rounds/contracts/learner-document';
import { readVersionState, type VersionState } from '@rounds/contracts/version';
import { deriveProgress } from '@rounds/rules/derive-progress';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import { documentQuery } from '../api/version.queries.ts';
import type { Letter } from './letter.ts';
import { lettersOf } from './outbox.idb.ts';

const cardIdsOf = (document: LearnerDocument): string[] => document.cards.map(({ cardId }) => cardId);

function eventsIn(letters: readonly Letter[], versionId: string) {
  return letters.flatMap(({ content, state }) =>
    content.what === 'event' &&
    state === 'waiting' &&
    'versionId' in content.event &&
    content.event.versionId === versionId
      ? [content.event]
      : [],
  );
}

/** A try that still waits to be sent is over: the next one has the number after it. */
function nextTry(state: VersionState, letters: readonly Letter[], versionId: string): number {
  const waiting = letters.flatMap(({ content }) =>
    content.what === 'attempt' && content.attempt.versionId === versionId ? [content.attempt.tryNumber + 1] : [],
  );
  return Math.max(state.nextTryNumber, ...waiting);
}

/** What the server derived, and on top of it what still waits on this device. */
export function withWaiting(state: VersionState, letters: readonly Letter[], document: LearnerDocument): VersionState {
  const { versionId } = document;
  const nextTryNumber = nextTry(state, letters, versionId);
  const options = { from: state.progress, nextTryNumber };
  return {
    ...state,
    nextTryNumber,
    progress: deriveProgress(eventsIn(letters, versionId), cardIdsOf(document), options),
  };
}

/** Where the learner is in one version, on any device. Kept up to date from this page's own actions. */
export const versionStateQuery = (owner: string, versionId: string) =>
  queryOptions({
    queryKey: ['version', versionId, 'state'],
    queryFn: async ({ signal, client }) => {
      // Read before the call: what is acknowledged in the meantime is in neither a later reading nor the answer.
      const before = await lettersOf(owner);
      const [state, document] = await Promise.all([
        call(readVersionState, { params: { versionId } }, { signal }),
        client.ensureQueryData(documentQuery(versionId)),
      ]);
      const known = new Set(before.map(({ id }) => id));
      const since = (await lettersOf(owner)).filter(({ id }) => !known.has(id));
      return withWaiting(state, [...before, ...since], document);
    },
    staleTime: Infinity,
  });

/** Adds an action to what the screens know, before the server has it. */
export function showAction(client: QueryClient, letter: Letter): void {
  const { content } = letter;
  const versionId =
    content.what === 'attempt' ? content.attempt.versionId : 'versionId' in content.event && content.event.versionId;
  if (!versionId) return;
  const document = client.getQueryData(documentQuery(versionId).queryKey);
  const { queryKey } = versionStateQuery(letter.owner, versionId);
  if (document) client.setQueryData(queryKey, (state) => state && withWaiting(state, [letter], document));
}
