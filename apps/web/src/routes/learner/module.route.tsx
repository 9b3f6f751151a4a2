import { type LoaderFunctionArgs, useParams } from 'react-router';
import { moduleQuery } from '../../api/catalogue.queries.ts';
import { queryClientContext } from '../../api/query-client.ts';
import { KeepButton } from '../../features/keep-on-device/keep-button.tsx';
import { ModulePage } from '../../features/module-page/module-page.tsx';
import { later } from '../later.tsx';

const BeforeStart = later(async () => (await import('../../features/ask-confidence/ask-confidence.tsx')).AskConfidence);

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  await context.get(queryClientContext).ensureQueryData(moduleQuery(params['moduleId'] ?? ''));
  return null;
}

export function Component() {
  const { moduleId = '' } = useParams();
  return <ModulePage moduleId={moduleId} BeforeStart={BeforeStart} Keep={KeepButton} />;
}
