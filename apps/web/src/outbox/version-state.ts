import type { LearnerDocument } from '@rounds/contracts/learner-document';
import { readVersionState, type VersionState } from '@rounds/contracts/version';
import { deriveProgress } from '@rounds/rules/derive-progress';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { callOrKept } from '../api/kept-answers.ts';
import { documentQuery } from '../api/version.queries.ts';
import { keepFirstReceipt } from './facts.idb.ts';
import { type Letter, versionOf } from './letter.ts';
import { lettersOf } from './outbox.idb.ts';

/**
 * Where the learner is: what the server derived, and on top of it what was done on this device since. Both are kept
 * apart, so that one more action is put in its place among the others and never over a newer one.
 */
export type KnownState = VersionState & { base: VersionState; actions: readonly Letter[] };

const cardIdsOf = (document: LearnerDocument): string[] => document.cards.map(({ cardId }) => cardId);

function eventsIn(letters: readonly Letter[]) {
  return letters.flatMap(({ content, state }) =>
    content.what === 'event' && state === 'waiting' ? [content.event] : [],
  );
}

/** A try that still waits to be sent is over: the next one has the number after it. */
function nextTry(state: VersionState, letters: readonly Letter[]): number {
  const waiting = letters.flatMap(({ content }) => (content.what === 'attempt' ? [content.attempt.tryNumber + 1] : []));
  return Math.max(state.nextTryNumber, ...waiting);
}

/** What the server derived, and on top of it what was done on this device, in the order in which it was done. */
export function withActions(base: VersionState, letters: readonly Letter[], document: LearnerDocument): KnownState {
  const actions = letters.filter((letter) => versionOf(letter) === document.versionId);
  const nextTryNumber = nextTry(base, actions);
  const options = { from: base.progress, nextTryNumber };
  return {
    ...base,
    nextTryNumber,
    progress: deriveProgress(eventsIn(actions), cardIdsOf(document), options),
    base,
    actions,
  };
}

/** Kept with its actions in it: the next page puts those that still wait upon it again. */
export const placeIn = ({ base: _base, actions: _actions, ...place }: KnownState): VersionState => place;

/** Where the learner is in one version, on any device. Kept up to date from this device's own actions. */
export const versionStateQuery = (owner: string, versionId: string) =>
  queryOptions({
    queryKey: ['version', versionId, 'state'],
    queryFn: async ({ signal, client, queryKey }): Promise<KnownState> => {
      const onPage = (): readonly Letter[] => client.getQueryData<KnownState>(queryKey)?.actions ?? [];
      const idsOf = (letters: readonly Letter[]): Set<string> => new Set(letters.map(({ id }) => id));
      // Read before the call: what is acknowledged in the meantime is in neither a later reading nor the answer.
      const earlier = idsOf(onPage());
      const before = await lettersOf(owner);
      const [state, document] = await Promise.all([
        callOrKept({ endpoint: readVersionState, input: { params: { versionId } }, queryKey, signal }),
        client.ensureQueryData(documentQuery(versionId)),
      ]);
      if (state.receipt) await keepFirstReceipt(owner, versionId, state.receipt);
      const waiting = await lettersOf(owner);
      // Done and acknowledged while the server was answering: only this page still knows of it.
      const [first, still] = [idsOf(before), idsOf(waiting)];
      const sent = onPage().filter(({ id }) => !earlier.has(id) && !first.has(id) && !still.has(id));
      const since = [...waiting.filter(({ id }) => !first.has(id)), ...sent];
      return withActions(state, [...before, ...since], document);
    },
    meta: { kept: placeIn },
    staleTime: Infinity,
  });

/** Adds an action to what the screens know, before the server has it. */
export function showAction(client: QueryClient, letter: Letter): void {
  const versionId = versionOf(letter);
  if (!versionId) return;
  const document = client.getQueryData(documentQuery(versionId).queryKey);
  const { queryKey } = versionStateQuery(letter.owner, versionId);
  if (document)
    client.setQueryData(queryKey, (known) => known && withActions(known.base, [...known.actions, letter], document));
}

/** The server knows more than this page: other tabs or devices went on, or work from before has reached it. */
export async function refreshStates(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'version' && queryKey[2] === 'state' });
}
