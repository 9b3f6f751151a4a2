import { type CatalogueQuery, readModule, readPath, searchCatalogue } from '@rounds/contracts/catalogue';
import { queryOptions } from '@tanstack/react-query';
import { callOrKept, KEPT } from './kept-answers.ts';

export const catalogueQuery = (query: CatalogueQuery) =>
  queryOptions({
    queryKey: ['catalogue', query],
    queryFn: ({ signal, queryKey }) => callOrKept({ endpoint: searchCatalogue, input: { query }, queryKey, signal }),
    // The whole library is kept, and no search of it.
    ...(Object.keys(query).length === 0 && { meta: KEPT }),
  });

export const pathQuery = (pathId: string) =>
  queryOptions({
    queryKey: ['path', pathId],
    queryFn: ({ signal, queryKey }) =>
      callOrKept({ endpoint: readPath, input: { params: { pathId } }, queryKey, signal }),
    meta: KEPT,
  });

export const moduleQuery = (moduleId: string) =>
  queryOptions({
    queryKey: ['module', moduleId],
    queryFn: ({ signal, queryKey }) =>
      callOrKept({ endpoint: readModule, input: { params: { moduleId } }, queryKey, signal }),
    meta: KEPT,
  });
