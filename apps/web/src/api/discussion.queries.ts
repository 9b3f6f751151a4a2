import { readDiscussion, readDiscussionKit } from '@rounds/contracts/discussion';
import { queryOptions } from '@tanstack/react-query';
import { call } from './client.ts';

export const discussionKitQuery = (pathId: string) =>
  queryOptions({
    queryKey: ['discussion-kit', pathId],
    queryFn: ({ signal }) => call(readDiscussionKit, { params: { pathId } }, { signal }),
  });

/** Milliseconds between two looks at how many have confirmed. */
const LOOK_EACH = 5_000;

/** Asked again and again while it is on the screen: others confirm meanwhile. */
export const discussionQuery = (discussionId: string) =>
  queryOptions({
    queryKey: ['discussion', discussionId],
    queryFn: ({ signal }) => call(readDiscussion, { params: { discussionId } }, { signal }),
    refetchInterval: LOOK_EACH,
  });
