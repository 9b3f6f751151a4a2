import { type LoaderFunctionArgs, useParams } from 'react-router';
import { attemptQuery } from '../../api/attempt.queries.ts';
import { meQuery } from '../../api/me.queries.ts';
import { queryClientContext } from '../../api/query-client.ts';
import { documentQuery } from '../../api/version.queries.ts';
import { ItemExplained } from '../../features/answer-item/item-explained.tsx';
import { QuizResult } from '../../features/quiz-result/quiz-result.tsx';
import { ReportProblem } from '../../features/report-problem/report-problem.tsx';
import { ownerOf } from '../../outbox/letter.ts';
import { lettersOf } from '../../outbox/outbox.idb.ts';
import { later } from '../later.tsx';

const PrintPage = later(async () => (await import('../../features/print-page/print-page.tsx')).PrintPage);
const AfterPass = later(async () => (await import('../../features/after-pass/after-pass.tsx')).AfterPass);

function ReportItem({ versionId, itemId }: { versionId: string; itemId: string }) {
  return <ReportProblem versionId={versionId} place={{ kind: 'item', itemId }} />;
}

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const client = context.get(queryClientContext);
  const attemptId = params['attemptId'] ?? '';
  const me = await client.ensureQueryData(meQuery);
  const here = (await lettersOf(ownerOf(me))).some(({ id }) => id === attemptId);
  // A try that is still on this device is shown as such, and the server is not asked for it.
  if (here) return null;
  const { versionId } = await client.ensureQueryData(attemptQuery(attemptId));
  await client.ensureQueryData(documentQuery(versionId));
  return null;
}

export function Component() {
  const { attemptId = '' } = useParams();
  return (
    <QuizResult
      attemptId={attemptId}
      Explained={ItemExplained}
      ReportItem={ReportItem}
      AfterPass={AfterPass}
      PrintPage={PrintPage}
    />
  );
}
