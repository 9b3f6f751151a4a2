import { type LoaderFunctionArgs, useParams } from 'react-router';
import { queryClientContext } from '../../api/query-client.ts';
import { versionForReviewQuery } from '../../api/sign-off.queries.ts';
import { ItemWithKey } from '../../features/item-key/item-with-key.tsx';
import { ReviewVersion } from '../../features/sign-off/review-version.tsx';

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  await context
    .get(queryClientContext)
    .fetchQuery({ ...versionForReviewQuery(params['versionId'] ?? ''), staleTime: 5_000 });
  return null;
}

export function Page() {
  const { versionId = '' } = useParams();
  return <ReviewVersion key={versionId} versionId={versionId} ItemWithKey={ItemWithKey} />;
}
