import { readAudit } from '@rounds/contracts/audit';
import type { QueryOf } from '@rounds/contracts/endpoint';
import { queryOptions } from '@tanstack/react-query';
import { call } from './client.ts';

export type AuditAsked = QueryOf<typeof readAudit>;

export const auditQuery = (asked: AuditAsked) =>
  queryOptions({
    queryKey: ['audit', asked],
    queryFn: ({ signal }) => call(readAudit, { query: asked }, { signal }),
    staleTime: 5_000,
    // Each reading of the log is itself written into it: not again for every look at the window.
    refetchOnWindowFocus: false,
  });
