import type { QueryOf } from '@rounds/contracts/endpoint';
import { listVersionsForReview, readVersionForReview } from '@rounds/contracts/sign-off';
import { queryOptions } from '@tanstack/react-query';
import { call } from './client.ts';

export type VersionsAsked = QueryOf<typeof listVersionsForReview>;

export const versionsForReviewQuery = (asked: VersionsAsked) =>
  queryOptions({
    queryKey: ['sign-offs', 'page', asked],
    queryFn: ({ signal }) => call(listVersionsForReview, { query: asked }, { signal }),
    staleTime: 5_000,
  });

export const versionForReviewQuery = (versionId: string) =>
  queryOptions({
    queryKey: ['sign-offs', 'one', versionId],
    queryFn: ({ signal }) => call(readVersionForReview, { params: { versionId } }, { signal }),
  });
