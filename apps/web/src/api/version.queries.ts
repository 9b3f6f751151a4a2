import { readDocument, readMedia } from '@rounds/contracts/version';
import { queryOptions } from '@tanstack/react-query';
import { addressOf } from './client.ts';
import { KEPT, keptOrCall } from './kept-answers.ts';

/** A published version never changes, so it is fetched once. */
export const documentQuery = (versionId: string) =>
  queryOptions({
    queryKey: ['version', versionId, 'document'],
    queryFn: ({ signal, queryKey }) =>
      keptOrCall({ endpoint: readDocument, input: { params: { versionId } }, queryKey, signal }),
    meta: KEPT,
    staleTime: Infinity,
  });

/** The address of a picture in a version. */
export function mediaAddress(versionId: string, file: string): string {
  return addressOf(readMedia, { versionId, file });
}
