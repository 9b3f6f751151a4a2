import type { CatalogueQuery } from '@rounds/contracts/catalogue';
import { useSearchParams } from 'react-router';
import { filtersIn } from './library-filters.ts';

export type Change = { [Name in keyof CatalogueQuery]?: string };

/** The library's filters, which live in the address; a change begins again at the first page. */
export function useLibraryFilters(): { filters: CatalogueQuery; change: (change: Change) => void; clear: () => void } {
  const [search, setSearch] = useSearchParams();
  function change(changes: Change): void {
    const next = new URLSearchParams(search);
    next.delete('cursor');
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setSearch(next, { preventScrollReset: true });
  }
  return { filters: filtersIn(search), change, clear: () => setSearch({}, { preventScrollReset: true }) };
}
