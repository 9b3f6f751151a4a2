import type { RouteObject } from 'react-router';
import { paths } from '../../lib/paths.ts';
import { type DeskPage, deskPage } from '../desk-page.tsx';

const adminPage = (page: Omit<DeskPage, 'whose' | 'roles'>): RouteObject =>
  deskPage({ whose: 'administrators', roles: ['administrator'], ...page });

/** Pages inside the masthead. Each is its own lazy part of the program. */
export const adminPages: RouteObject[] = [
  adminPage({ path: paths.people, handle: { wide: true }, load: () => import('./people.route.tsx') }),
  adminPage({ path: paths.addPerson, load: () => import('./add-person.route.tsx') }),
  adminPage({ path: paths.person(':personId'), load: () => import('./person.route.tsx') }),
  adminPage({ path: paths.units, load: () => import('./units.route.tsx') }),
  adminPage({ path: paths.audit, handle: { wide: true }, load: () => import('./audit.route.tsx') }),
];
