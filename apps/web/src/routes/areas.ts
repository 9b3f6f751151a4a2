import type { Role } from '@rounds/contracts/actor';
import { paths } from '../lib/paths.ts';
import type { NavigationItem } from '../ui/shell.tsx';

/** The part of the product a page belongs to; a route names it in `handle.area`. */
export type Area = 'learner' | 'educator' | 'cpd-lead' | 'admin';

/** What a route may say about itself. */
export type RouteHandle = {
  area?: Area;
  /** Tables and panes take a wider page. */
  wide?: boolean;
};

const MY_LEARNING: NavigationItem = { to: paths.today, label: 'My learning', short: 'Mine' };

const NAVIGATION: Record<Area, readonly NavigationItem[]> = {
  learner: [
    { to: paths.today, label: 'Today' },
    { to: paths.library, label: 'Library' },
    { to: paths.cpdRecord, label: 'CPD record' },
  ],
  educator: [{ to: paths.reports, label: 'Reports' }, MY_LEARNING],
  'cpd-lead': [{ to: paths.completions, label: 'Completion records', short: 'Records' }, MY_LEARNING],
  admin: [{ to: paths.people, label: 'People' }, MY_LEARNING],
};

/** Where each role works, besides learning. */
const WORKPLACES: readonly { roles: readonly Role[]; item: NavigationItem }[] = [
  { roles: ['cpd-lead', 'team-manager'], item: { to: paths.completions, label: 'Completion records' } },
  { roles: ['educator', 'reviewer'], item: { to: paths.reports, label: 'Reports and sign-off' } },
  { roles: ['administrator'], item: { to: paths.people, label: 'People' } },
];

export function navigationOf(area: Area): readonly NavigationItem[] {
  return NAVIGATION[area];
}

export function workplacesOf(roles: readonly Role[]): NavigationItem[] {
  return WORKPLACES.filter((place) => place.roles.some((role) => roles.includes(role))).map(({ item }) => item);
}
