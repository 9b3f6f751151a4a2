import { Link, useLocation } from 'react-router';

/** `short` is for the bar at the thumb. `within`: beginnings of other addresses that belong to this place. */
export type NavigationItem = { to: string; label: string; short?: string; within?: readonly string[] };

function isWithin(pathname: string, place: string): boolean {
  return pathname === place || pathname.startsWith(`${place}/`);
}

/** A place in the navigation, marked while the person is in it. */
export function PlaceLink({ place, words }: { place: NavigationItem; words: string }) {
  const { pathname } = useLocation();
  const here = [place.to, ...(place.within ?? [])].some((one) => isWithin(pathname, one));
  return (
    <Link to={place.to} aria-current={pathname === place.to ? 'page' : here || undefined}>
      {words}
    </Link>
  );
}
