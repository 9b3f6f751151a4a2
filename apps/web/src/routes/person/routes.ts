import type { RouteObject } from 'react-router';
import { paths } from '../../lib/paths.ts';

/** Pages inside the masthead. Each is its own lazy part of the program. */
export const personPages: RouteObject[] = [
  { path: paths.accessibility, lazy: () => import('./accessibility.route.tsx') },
  { path: paths.handIn, lazy: () => import('./hand-in.route.tsx') },
  { path: paths.account, lazy: () => import('./account.route.tsx') },
  { path: paths.kept, lazy: () => import('./kept.route.tsx') },
  { path: paths.more, lazy: () => import('./more.route.tsx') },
  { path: paths.visibility, lazy: () => import('./visibility.route.tsx') },
];
