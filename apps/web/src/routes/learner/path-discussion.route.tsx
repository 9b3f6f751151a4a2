import { type LoaderFunctionArgs, useParams, useSearchParams } from 'react-router';
import { discussionKitQuery } from '../../api/discussion.queries.ts';
import { queryClientContext } from '../../api/query-client.ts';
import { DiscussionPage } from '../../features/discussion/discussion-page.tsx';
import { later } from '../later.tsx';

const PrintPage = later(async () => (await import('../../features/print-page/print-page.tsx')).PrintPage);

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  await context.get(queryClientContext).ensureQueryData(discussionKitQuery(params['pathId'] ?? ''));
  return null;
}

export function Component() {
  const { pathId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  return (
    <DiscussionPage
      pathId={pathId}
      discussionId={search.get('opened')}
      onOpened={(opened) => setSearch({ opened }, { replace: true, preventScrollReset: true })}
      PrintPage={PrintPage}
    />
  );
}
