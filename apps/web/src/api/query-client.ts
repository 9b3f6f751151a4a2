import { QueryClient } from '@tanstack/react-query';
import { createContext } from 'react-router';
import { UnreachableError } from './problem-error.ts';

const RETRIES = 2;

/** Reads are kept for a minute and tried again only when no answer came; a refusal will not change by asking twice. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        gcTime: 30 * 60_000,
        networkMode: 'always',
        retry: (failures, error) => error instanceof UnreachableError && failures < RETRIES,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** How a route's loader reaches the one query client: `context.get(queryClientContext)`. */
export const queryClientContext = createContext<QueryClient>();
