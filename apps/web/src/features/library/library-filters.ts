import { CatalogueQuery } from '@rounds/contracts/catalogue';

/** The filters in an address; what cannot be read is left out. */
export function filtersIn(search: URLSearchParams): CatalogueQuery {
  const filters: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(CatalogueQuery.shape)) {
    const text = search.get(name)?.trim();
    const read = text ? schema.safeParse(text) : null;
    if (read?.success) filters[name] = read.data;
  }
  return CatalogueQuery.parse(filters);
}

/** True when something narrows the library. */
export function isFiltered({ cursor: _, ...filters }: CatalogueQuery): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}
