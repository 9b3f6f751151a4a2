import { readAttempt } from '@rounds/contracts/attempt';
import { queryOptions } from '@tanstack/react-query';
import { call } from './client.ts';

export const attemptQuery = (attemptId: string) =>
  queryOptions({
    queryKey: ['attempt', attemptId],
    queryFn: ({ signal }) => call(readAttempt, { params: { attemptId } }, { signal }),
  });
