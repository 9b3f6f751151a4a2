import type { AttemptResult } from '@rounds/contracts/attempt';
import type { QueryClient } from '@tanstack/react-query';
import { attemptQuery } from './attempt.queries.ts';

/** What the server derives from learner events and attempts. */
const DERIVED = ['today', 'catalogue', 'path', 'module', 'cpd-record'];

/** Marks as old all that the server derives from what a learner does; what is on the screen is fetched again. */
export async function refreshDerived(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ predicate: ({ queryKey }) => DERIVED.includes(String(queryKey[0])) });
}

/** Takes in the result of an attempt as the server sent it. */
export function takeResult(client: QueryClient, result: AttemptResult): void {
  client.setQueryData(attemptQuery(result.attemptId).queryKey, result);
  void client.invalidateQueries({ queryKey: ['version', result.versionId, 'state'], refetchType: 'none' });
  void refreshDerived(client);
}
