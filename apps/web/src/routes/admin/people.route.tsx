import type { LoaderFunctionArgs } from 'react-router';
import { peopleQuery } from '../../api/people.queries.ts';
import { queryClientContext } from '../../api/query-client.ts';
import { unitsQuery } from '../../api/units.queries.ts';
import { PeopleList } from '../../features/people/people-list.tsx';
import { readPeopleSearch } from '../../features/people/people-search.ts';

export async function loader({ context, request }: LoaderFunctionArgs): Promise<null> {
  const client = context.get(queryClientContext);
  const asked = readPeopleSearch(new URL(request.url).searchParams);
  await Promise.all([client.fetchQuery(peopleQuery(asked)), client.ensureQueryData(unitsQuery)]);
  return null;
}

export function Page() {
  return <PeopleList />;
}
