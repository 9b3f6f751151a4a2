import type { Me } from '@rounds/contracts/me';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, Outlet, type UIMatch, useLocation, useMatches, useNavigation } from 'react-router';
import { meQuery } from '../api/me.queries.ts';
import { AccountMenu } from '../features/account-menu/account-menu.tsx';
import { paths } from '../lib/paths.ts';
import { Loading } from '../ui/loading.tsx';
import { Menu } from '../ui/menu.tsx';
import { Shell, Who } from '../ui/shell.tsx';
import { LEARNING, type RouteHandle, workplacesOf } from './areas.ts';

/** Milliseconds a page may take before the one it replaces makes way for "Fetching". */
const PATIENCE = 500;

/** True when another page has been on its way for so long that staying silent would look broken. */
function useIsWaiting(): boolean {
  const { location } = useNavigation();
  const here = useLocation();
  const leaving = location !== undefined && location.pathname !== here.pathname;
  const [waiting, setWaiting] = useState(false);
  useEffect(() => {
    if (!leaving) return setWaiting(false);
    const timer = setTimeout(() => setWaiting(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [leaving]);
  return leaving && waiting;
}

function handleOf(matches: UIMatch[]): RouteHandle {
  return Object.assign({}, ...matches.map(({ handle }) => handle)) as RouteHandle;
}

function whereTheyWork({ postTitle, organisation }: Me): string {
  return [postTitle, organisation.name].filter(Boolean).join(', ');
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
      more={{ to: paths.more, label: 'More' }}
      wide={wide}
      who={
        <Menu label={<Who name={me.name} detail={whereTheyWork(me)} />}>
          <AccountMenu me={me} />
        </Menu>
      }
      foot={
        <>
          <Link to={paths.visibility}>What your organisation can see</Link>
          <span>Rounds is for learning. Keep patient details out of it.</span>
        </>
      }
    >
      {waiting ? <Loading what="the page" /> : <Outlet />}
    </Shell>
  );
}
