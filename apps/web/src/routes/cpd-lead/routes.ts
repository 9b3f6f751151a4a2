import type { RouteObject } from 'react-router';
import { paths } from '../../lib/paths.ts';
import { deskPage } from '../desk-page.tsx';

/** Pages inside the masthead. Each is its own lazy part of the program. */
export const cpdLeadPages: RouteObject[] = [
  deskPage({
    path: paths.completions,
    whose: 'CPD leads and team managers',
    roles: ['cpd-lead', 'team-manager'],
    handle: { wide: true },
    load: () => import('./completion-records.route.tsx'),
  }),
];
