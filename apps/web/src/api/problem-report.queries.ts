import { listProblemReports } from '@rounds/contracts/problem-report';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from './client.ts';

/** Reported problems of one state, page after page. */
export const reportsQuery = (state: 'open' | 'answered') =>
  infiniteQueryOptions({
    queryKey: ['problem-reports', state],
    queryFn: ({ pageParam, signal }) =>
      call(listProblemReports, { query: { state, ...(pageParam && { cursor: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 5_000,
  });
