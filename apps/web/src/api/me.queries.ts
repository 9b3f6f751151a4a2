import { readMe } from '@rounds/contracts/me';
import { queryOptions } from '@tanstack/react-query';
import { call } from './client.ts';

/** Who is signed in. Refused with `signed-out` when nobody is: the root loader then leads to the sign-in form. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => call(readMe, {}, { signal, onSignedOut: 'throw' }),
  staleTime: 5 * 60_000,
});
