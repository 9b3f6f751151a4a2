import { type LoaderFunctionArgs, useParams } from 'react-router';
import { cpdEntryQuery } from '../../api/cpd-record.queries.ts';
import { queryClientContext } from '../../api/query-client.ts';
import { CpdEntry } from '../../features/cpd-record/cpd-entry.tsx';
import { later } from '../later.tsx';

const PrintPage = later(async () => (await import('../../features/print-page/print-page.tsx')).PrintPage);

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  await context.get(queryClientContext).ensureQueryData(cpdEntryQuery(params['completionId'] ?? ''));
  return null;
}

export function Component() {
  const { completionId = '' } = useParams();
  return <CpdEntry completionId={completionId} PrintPage={PrintPage} />;
}
