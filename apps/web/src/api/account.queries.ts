import { listSessions } from '@rounds/contracts/session';
import { queryOptions } from '@tanstack/react-query';
import { call } from './client.ts';

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => call(listSessions, {}, { signal }),
  staleTime: 5_000,
});
