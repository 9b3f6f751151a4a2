import { useCallback } from 'react';
import { useLocation, useNavigate, useNavigation } from 'react-router';
import { readRecordSearch } from './record-search.ts';

/** What the address says, and where it is going: the table shows the first, the filters already show the second. */
export function useRecordSearch() {
  const here = useLocation();
  const { location: next } = useNavigation();
  const navigate = useNavigate();
  const pending = next?.pathname === here.pathname && next.search !== here.search;
  const asked = new URLSearchParams(pending ? next.search : here.search);
  const go = useCallback(
    (params: URLSearchParams, replace = false) => void navigate({ search: params.toString() }, { replace, preventScrollReset: true }),
    [navigate],
  );
  return { shown: readRecordSearch(new URLSearchParams(here.search)), asked, pending, go };
}
