import type { Role } from '@rounds/contracts/actor';
import { paths } from '../lib/paths.ts';
import type { NavigationItem } from '../ui/place-link.tsx';

/** What a route may say about itself. */
export type RouteHandle = {
  /** Tables and panes take a wider page. */
  wide?: boolean;
};

/** Every member learns. */
export const LEARNING: readonly NavigationItem[] = [
  { to: paths.today, label: 'Today', within: ['/results'] },
  { to: paths.library, label: 'Library', within: ['/paths', '/modules'] },
  { to: paths.cpdRecord, label: 'CPD record' },
];

/** Where each role works, besides learning. */
const WORKPLACES: readonly { roles: readonly Role[]; items: readonly NavigationItem[] }[] = [
  { roles: ['cpd-lead', 'team-manager'], items: [{ to: paths.completions, label: 'Completion records' }] },
  {
    roles: ['educator', 'reviewer'],
    items: [{ to: paths.reports, label: 'Problem reports', within: ['/educator/versions'] }],
  },
  { roles: ['reviewer'], items: [{ to: paths.signOffs, label: 'Sign-offs' }] },
  {
    roles: ['administrator'],
    items: [
      { to: paths.people, label: 'People' },
      { to: paths.units, label: 'Units' },
      { to: paths.audit, label: 'Audit' },
    ],
  },
];

export function workplacesOf(held: readonly Role[]): NavigationItem[] {
  return WORKPLACES.filter(({ roles }) => roles.some((role) => held.includes(role))).flatMap(({ items }) => items);
}

/** On the phone: everything that has no tab of its own. */
export function moreOf(held: readonly Role[]): NavigationItem {
  const places = workplacesOf(held).flatMap(({ to, within = [] }) => [to, ...within]);
  return { to: paths.more, label: 'More', within: [paths.account, paths.visibility, ...places] };
}
