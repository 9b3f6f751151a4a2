import type { LoaderFunctionArgs } from 'react-router';
import { queryClientContext } from '../../api/query-client.ts';
import { unitsQuery } from '../../api/units.queries.ts';
import { AddPerson } from '../../features/person-detail/add-person.tsx';

export async function loader({ context }: LoaderFunctionArgs): Promise<null> {
  await context.get(queryClientContext).ensureQueryData(unitsQuery);
  return null;
}

export function Page() {
  return <AddPerson />;
}
