import { type LoaderFunctionArgs, useParams } from 'react-router';
import { cpdEntryQuery } from '../../api/cpd-record.queries.ts';
import { queryClientContext } from '../../api/query-client.ts';
import { WriteReflection } from '../../features/write-reflection/write-reflection.tsx';

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  await context.get(queryClientContext).ensureQueryData(cpdEntryQuery(params['completionId'] ?? ''));
  return null;
}

export function Component() {
  const { completionId = '' } = useParams();
  return <WriteReflection completionId={completionId} />;
}
