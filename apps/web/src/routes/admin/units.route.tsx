import type { LoaderFunctionArgs } from 'react-router';
import { queryClientContext } from '../../api/query-client.ts';
import { unitsQuery } from '../../api/units.queries.ts';
import { UnitsPage } from '../../features/units/units-page.tsx';

export async function loader({ context }: LoaderFunctionArgs): Promise<null> {
  await context.get(queryClientContext).fetchQuery({ ...unitsQuery, staleTime: 5_000 });
  return null;
}

export function Page() {
  return <UnitsPage />;
}
