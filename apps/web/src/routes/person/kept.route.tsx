import type { LoaderFunctionArgs } from 'react-router';
import { meQuery } from '../../api/me.queries.ts';
import { queryClientContext } from '../../api/query-client.ts';
import { keptModulesQuery } from '../../kept/kept-modules.ts';
import { ownerOf } from '../../outbox/letter.ts';

export { KeptPage as Component } from '../../features/keep-on-device/kept-page.tsx';

export async function loader({ context }: LoaderFunctionArgs): Promise<null> {
  const client = context.get(queryClientContext);
  const me = await client.ensureQueryData(meQuery);
  await client.fetchQuery(keptModulesQuery(ownerOf(me)));
  return null;
}
