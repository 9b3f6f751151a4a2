import { useSuspenseQuery } from '@tanstack/react-query';
import { type LoaderFunctionArgs, Outlet, redirectDocument, ScrollRestoration } from 'react-router';
import { meQuery } from '../api/me.queries.ts';
import { isProblem } from '../api/problem-error.ts';
import { queryClientContext } from '../api/query-client.ts';
import { signInAddress } from '../lib/paths.ts';
import { Loading } from '../ui/loading.tsx';
import { NavigationCount } from '../ui/navigation.tsx';

/** Nobody is signed in: the API's own form takes over, and brings the person back here. */
export async function rootLoader({ context, request }: LoaderFunctionArgs): Promise<null> {
  try {
    await context.get(queryClientContext).ensureQueryData(meQuery);
  } catch (error) {
    if (!isProblem(error, 'signed-out')) throw error;
    const { pathname, search } = new URL(request.url);
    throw redirectDocument(signInAddress(pathname + search));
  }
  return null;
}

export function RootFallback() {
  return (
    <main className="page" id="main">
      <Loading what="Rounds" />
    </main>
  );
}

export function Root() {
  useSuspenseQuery(meQuery);
  return (
    <NavigationCount>
      <Outlet />
      <ScrollRestoration />
    </NavigationCount>
  );
}
