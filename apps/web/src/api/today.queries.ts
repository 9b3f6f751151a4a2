import { readToday } from '@rounds/contracts/today';
import { queryOptions } from '@tanstack/react-query';
import { callOrKept, KEPT } from './kept-answers.ts';

export const todayQuery = queryOptions({
  queryKey: ['today'],
  queryFn: ({ signal, queryKey }) => callOrKept({ endpoint: readToday, input: {}, queryKey, signal }),
  meta: KEPT,
});
