import type { ProblemReport } from '@rounds/contracts/problem-report';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { LoaderFunctionArgs } from 'react-router';
import { meQuery } from '../../api/me.queries.ts';
import { reportsQuery } from '../../api/problem-report.queries.ts';
import { queryClientContext } from '../../api/query-client.ts';
import { ProblemReports } from '../../features/problem-reports/problem-reports.tsx';
import { paths } from '../../lib/paths.ts';

export async function loader({ context }: LoaderFunctionArgs): Promise<null> {
  const client = context.get(queryClientContext);
  await Promise.all([
    client.fetchInfiniteQuery(reportsQuery('open')),
    client.fetchInfiniteQuery(reportsQuery('answered')),
  ]);
  return null;
}

export function Page() {
  const { data: me } = useSuspenseQuery(meQuery);
  const reads = me.roles.includes('reviewer');
  const mends = me.roles.includes('educator');
  const linksOf = ({ versionId, moduleId, place }: ProblemReport) => ({
    place: reads
      ? `${paths.signOff(versionId)}#${place.kind === 'card' ? place.cardId : place.itemId}`
      : paths.module(moduleId),
    mend: mends && place.kind === 'item' ? paths.item(versionId, place.itemId) : null,
  });
  return <ProblemReports linksOf={linksOf} />;
}
