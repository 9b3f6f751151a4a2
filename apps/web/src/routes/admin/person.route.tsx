import { type LoaderFunctionArgs, useParams } from 'react-router';
import { personQuery } from '../../api/people.queries.ts';
import { queryClientContext } from '../../api/query-client.ts';
import { unitsQuery } from '../../api/units.queries.ts';
import { PersonPage } from '../../features/person-detail/person-page.tsx';

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const client = context.get(queryClientContext);
  await Promise.all([client.fetchQuery(personQuery(params['personId'] ?? '')), client.ensureQueryData(unitsQuery)]);
  return null;
}

export function Page() {
  const { personId = '' } = useParams();
  return <PersonPage key={personId} personId={personId} />;
}
