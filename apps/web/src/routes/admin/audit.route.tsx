import type { LoaderFunctionArgs } from 'react-router';
import { auditQuery } from '../../api/audit.queries.ts';
import { queryClientContext } from '../../api/query-client.ts';
import { AuditLog } from '../../features/audit-log/audit-log.tsx';
import { readAuditSearch } from '../../features/audit-log/audit-search.ts';

export async function loader({ context, request }: LoaderFunctionArgs): Promise<null> {
  await context.get(queryClientContext).fetchQuery(auditQuery(readAuditSearch(new URL(request.url).searchParams)));
  return null;
}

export function Page() {
  return <AuditLog />;
}
