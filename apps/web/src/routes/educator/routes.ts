import type { RouteObject } from 'react-router';
import { paths } from '../../lib/paths.ts';
import { type DeskPage, deskPage } from '../desk-page.tsx';

const reviewerPage = (page: Omit<DeskPage, 'whose' | 'roles'>): RouteObject =>
  deskPage({ whose: 'reviewers', roles: ['reviewer'], ...page });

/** Pages inside the masthead. Each is its own lazy part of the program. */
export const educatorPages: RouteObject[] = [
  deskPage({
    path: paths.reports,
    whose: 'educators and reviewers',
    roles: ['educator', 'reviewer'],
    load: () => import('./problem-reports.route.tsx'),
  }),
  deskPage({
    path: paths.item(':versionId', ':itemId'),
    whose: 'educators',
    roles: ['educator'],
    load: () => import('./re-mark-item.route.tsx'),
  }),
  reviewerPage({ path: paths.signOffs, handle: { wide: true }, load: () => import('./sign-offs.route.tsx') }),
  reviewerPage({
    path: paths.signOff(':versionId'),
    handle: { wide: true },
    load: () => import('./sign-off.route.tsx'),
  }),
];
