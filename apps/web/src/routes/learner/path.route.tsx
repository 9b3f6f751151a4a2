import { type LoaderFunctionArgs, useParams } from 'react-router';
import { pathQuery } from '../../api/catalogue.queries.ts';
import { queryClientContext } from '../../api/query-client.ts';
import { KeepButton } from '../../features/keep-on-device/keep-button.tsx';
import { LearningPath } from '../../features/library/learning-path.tsx';

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  await context.get(queryClientContext).ensureQueryData(pathQuery(params['pathId'] ?? ''));
  return null;
}

export function Component() {
  const { pathId = '' } = useParams();
  return <LearningPath pathId={pathId} Keep={KeepButton} />;
}
