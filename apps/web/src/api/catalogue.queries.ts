import { type CatalogueQuery, readModule, readPath, searchCatalogue } from '@rounds/contracts/catalogue';
import { queryOptions } from '@tanstack/react-query';
import { call } from './client.ts';

export const catalogueQuery = (query: CatalogueQuery) =>
  queryOptions({
    queryKey: ['catalogue', query],
    queryFn: ({ signal }) => call(searchCatalogue, { query }, { signal }),
  });

export const pathQuery = (pathId: string) =>
  queryOptions({
    queryKey: ['path', pathId],
    queryFn: ({ signal }) => call(readPath, { params: { pathId } }, { signal }),
  });

export const moduleQuery = (moduleId: string) =>
  queryOptions({
    queryKey: ['module', moduleId],
    queryFn: ({ signal }) => call(readModule, { params: { moduleId } }, { signal }),
  });
