import { useCallback } from 'react';
import { useLocation, useNavigate, useNavigation } from 'react-router';

/** The words after the `?`: of the page that is shown, and of the one being fetched, which filters already show. */
export function useAddress() {
  const here = useLocation();
  const { location: next } = useNavigation();
  const navigate = useNavigate();
  const pending = next?.pathname === here.pathname && next.search !== here.search;
  const go = useCallback(
    (params: URLSearchParams, replace = false) =>
      void navigate({ search: params.toString() }, { replace, preventScrollReset: true }),
    [navigate],
  );
  return {
    shown: new URLSearchParams(here.search),
    asked: new URLSearchParams(pending ? next.search : here.search),
    pending,
    go,
  };
}

/** The same address with other filters, from their first page on. An empty value takes a filter away. */
export function withFilters(params: URLSearchParams, changes: Readonly<Record<string, string>>): URLSearchParams {
  const next = new URLSearchParams(params);
  next.delete('cursor');
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}
