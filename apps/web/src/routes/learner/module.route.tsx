import { type LoaderFunctionArgs, useParams } from 'react-router';
import { moduleQuery } from '../../api/catalogue.queries.ts';
import { queryClientContext } from '../../api/query-client.ts';
import { ModulePage } from '../../features/module-page/module-page.tsx';

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  await context.get(queryClientContext).ensureQueryData(moduleQuery(params['moduleId'] ?? ''));
  return null;
}

export function Component() {
  const { moduleId = '' } = useParams();
  return <ModulePage moduleId={moduleId} />;
}
