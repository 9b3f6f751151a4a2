import { hashKey, type QueryKey } from '@tanstack/react-query';

/** The names under which things are kept, for one owner. */
export const keptKeys = {
  answer: (query: QueryKey): string => `answer ${hashKey(query)}`,
  picture: (versionId: string, file: string): string => `picture ${versionId}/${file}`,
  picturesOf: (versionId: string): string => `picture ${versionId}/`,
  module: (moduleId: string): string => `module ${moduleId}`,
  modules: 'module ',
} as const;
