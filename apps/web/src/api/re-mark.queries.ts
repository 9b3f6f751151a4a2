import { readItemToMend } from '@rounds/contracts/re-mark';
import { queryOptions } from '@tanstack/react-query';
import { call } from './client.ts';

export const itemToMendQuery = (versionId: string, itemId: string) =>
  queryOptions({
    queryKey: ['item-to-mend', versionId, itemId],
    queryFn: ({ signal }) => call(readItemToMend, { params: { versionId, itemId } }, { signal }),
    staleTime: 5_000,
  });
