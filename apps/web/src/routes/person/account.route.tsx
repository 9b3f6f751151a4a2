import type { LoaderFunctionArgs } from 'react-router';
import { sessionsQuery } from '../../api/account.queries.ts';
import { queryClientContext } from '../../api/query-client.ts';

export { Account as Component } from '../../features/account/account.tsx';

export async function loader({ context }: LoaderFunctionArgs): Promise<null> {
  await context.get(queryClientContext).fetchQuery(sessionsQuery);
  return null;
}
