import type { LoaderFunctionArgs } from 'react-router';
import { sessionsQuery } from '../../api/account.queries.ts';
import { queryClientContext } from '../../api/query-client.ts';
import { Account } from '../../features/account/account.tsx';
import { later } from '../later.tsx';

const Calibration = later(async () => (await import('../../features/calibration/calibration.tsx')).Calibration);

export async function loader({ context }: LoaderFunctionArgs): Promise<null> {
  await context.get(queryClientContext).fetchQuery(sessionsQuery);
  return null;
}

export function Component() {
  return (
    <Account>
      <Calibration />
    </Account>
  );
}
