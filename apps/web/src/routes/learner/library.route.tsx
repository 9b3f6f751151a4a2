import type { LoaderFunctionArgs } from 'react-router';
import { catalogueQuery } from '../../api/catalogue.queries.ts';
import { queryClientContext } from '../../api/query-client.ts';
import { Library } from '../../features/library/library.tsx';
import { filtersIn } from '../../features/library/library-filters.ts';
import { PageHead } from '../../ui/page-head.tsx';

export async function loader({ context, request }: LoaderFunctionArgs): Promise<null> {
  const client = context.get(queryClientContext);
  const filters = filtersIn(new URL(request.url).searchParams);
  await Promise.all([client.ensureQueryData(catalogueQuery({})), client.ensureQueryData(catalogueQuery(filters))]);
  return null;
}

export function Component() {
  return (
    <>
      <PageHead title="Library" />
      <div className="grid3 shelf">
        <Library />
      </div>
    </>
  );
}
