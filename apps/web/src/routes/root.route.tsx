import type { Me } from '@rounds/contracts/me';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useLayoutEffect } from 'react';
import { type LoaderFunctionArgs, Outlet, redirectDocument, ScrollRestoration } from 'react-router';
import { meQuery } from '../api/me.queries.ts';
import { isProblem } from '../api/problem-error.ts';
import { queryClientContext } from '../api/query-client.ts';
import { SignInAgain } from '../features/sign-in-again/sign-in-again.tsx';
import { forgetLook, keepLook, lookOf } from '../lib/look.ts';
import { chooseOrganisationAddress, signInAddress } from '../lib/paths.ts';
import { sealNow } from '../outbox/keys.ts';
import { OutboxProvider, useOutbox } from '../outbox/outbox-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { NavigationCount } from '../ui/navigation.tsx';

/** Nobody is signed in: the API's own form takes over, and brings the person back here. */
export async function rootLoader({ context, request }: LoaderFunctionArgs): Promise<null> {
  try {
    await context.get(queryClientContext).ensureQueryData(meQuery);
  } catch (error) {
    const { pathname, search } = new URL(request.url);
    const here = pathname + search;
    if (isProblem(error, 'signed-out')) {
      forgetLook();
      await sealNow().catch(() => undefined);
      throw redirectDocument(signInAddress(here));
    }
    if (isProblem(error, 'choose-organisation')) throw redirectDocument(chooseOrganisationAddress(here));
    throw error;
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

function Signed({ me }: { me: Me }) {
  const { restore } = useOutbox();
  return (
    <>
      <Outlet />
      <SignInAgain me={me} onSignedIn={() => void restore()} />
    </>
  );
}

/** What stands around every page of somebody who is signed in. */
export function Root() {
  const { data: me } = useSuspenseQuery(meQuery);
  useLayoutEffect(() => keepLook(lookOf(me)), [me]);
  return (
    <NavigationCount>
      <OutboxProvider me={me}>
        <Signed me={me} />
      </OutboxProvider>
      <ScrollRestoration />
    </NavigationCount>
  );
}
