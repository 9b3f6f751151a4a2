import { readMe } from '@rounds/contracts/me';
import { queryOptions } from '@tanstack/react-query';
import { callOrKept, KEPT } from './kept-answers.ts';

/** Who is signed in. Refused with `signed-out` when nobody is: the root loader then leads to the sign-in form. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal, queryKey }) =>
    callOrKept({ endpoint: readMe, input: {}, queryKey, signal, onSignedOut: 'throw' }),
  meta: KEPT,
  staleTime: 5 * 60_000,
});
