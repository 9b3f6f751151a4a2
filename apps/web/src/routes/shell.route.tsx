import type { Me } from '@rounds/contracts/me';
import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link, Outlet, type UIMatch, useMatches } from 'react-router';
import { meQuery } from '../api/me.queries.ts';
import { AccountMenu } from '../features/account-menu/account-menu.tsx';
import { paths } from '../lib/paths.ts';
import { whenReadable } from '../program/when-readable.ts';
import { Loading } from '../ui/loading.tsx';
import { Menu } from '../ui/menu.tsx';
import { Shell, Who } from '../ui/shell.tsx';
import { useIsWaiting } from '../ui/use-is-waiting.ts';
import { LEARNING, moreOf, type RouteHandle, workplacesOf } from './areas.ts';

/** No part of the first page's weight. */
const PageNews = lazy(async () => {
  await whenReadable();
  return { default: (await import('../features/page-news/page-news.tsx')).PageNews };
});

function handleOf(matches: UIMatch[]): RouteHandle {
  return Object.assign({}, ...matches.map(({ handle }) => handle)) as RouteHandle;
}

/** On the phone there is room for the organisation alone. */
function WhereTheyWork({ postTitle, organisation }: Me) {
  return (
    <>
      {postTitle && <span className="wide-only">{postTitle}, </span>}
      {organisation.name}
    </>
  );
}

export function ShellRoute() {
  const { data: me } = useSuspenseQuery(meQuery);
  const { wide = false } = handleOf(useMatches());
  const waiting = useIsWaiting();
  return (
    <Shell
      demo={me.demo}
      home={paths.today}
      navigation={LEARNING}
      workplaces={workplacesOf(me.roles)}
      more={moreOf(me.roles)}
      wide={wide}
      who={
        <Menu label={<Who name={me.name} detail={<WhereTheyWork {...me} />} />}>
          <AccountMenu me={me} />
        </Menu>
      }
      foot={
        <>
          <Link to={paths.visibility}>What your organisation can see</Link>
          <Link to={paths.accessibility}>Accessibility</Link>
          <span>Rounds is for learning. Keep patient details out of it.</span>
        </>
      }
    >
      <Suspense>
        <PageNews />
      </Suspense>
      {waiting ? <Loading what="the page" /> : <Outlet />}
    </Shell>
  );
}
