import type { LoaderFunctionArgs } from 'react-router';
import { queryClientContext } from '../../api/query-client.ts';
import { versionsForReviewQuery } from '../../api/sign-off.queries.ts';
import { VersionList } from '../../features/sign-off/version-list.tsx';
import { readVersionsSearch } from '../../features/sign-off/versions-search.ts';

export async function loader({ context, request }: LoaderFunctionArgs): Promise<null> {
  await context
    .get(queryClientContext)
    .fetchQuery(versionsForReviewQuery(readVersionsSearch(new URL(request.url).searchParams)));
  return null;
}

export function Page() {
  return <VersionList />;
}
