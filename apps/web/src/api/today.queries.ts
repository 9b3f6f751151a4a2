import { readToday } from '@rounds/contracts/today';
import { queryOptions } from '@tanstack/react-query';
import { call } from './client.ts';

export const todayQuery = queryOptions({
  queryKey: ['today'],
  queryFn: ({ signal }) => call(readToday, {}, { signal }),
});
