import { lazy, Suspense } from 'react';
import type { LoaderFunctionArgs } from 'react-router';
import { sessionsQuery } from '../../api/account.queries.ts';
import { queryClientContext } from '../../api/query-client.ts';
import { Account } from '../../features/account/account.tsx';

const Calibration = lazy(async () => ({
  default: (await import('../../features/calibration/calibration.tsx')).Calibration,
}));

export async function loader({ context }: LoaderFunctionArgs): Promise<null> {
  await context.get(queryClientContext).fetchQuery(sessionsQuery);
  return null;
}

export function Component() {
  return (
    <Account>
      <Suspense fallback={null}>
        <Calibration />
      </Suspense>
    </Account>
  );
}
