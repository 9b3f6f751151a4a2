import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { data, type LoaderFunctionArgs, useParams } from 'react-router';
import { meQuery } from '../../api/me.queries.ts';
import { ItemExplained } from '../../features/answer-item/item-explained.tsx';
import { ItemForm } from '../../features/answer-item/item-form.tsx';
import { ReadModule } from '../../features/read-module/read-module.tsx';
import { ReportProblem } from '../../features/report-problem/report-problem.tsx';
import { useInAStep } from '../../program/in-a-step.ts';
import { cardIsReadable } from '../../program/when-readable.ts';
import { later } from '../later.tsx';
import { loadVersion } from './version-loader.ts';

const Tools = later(async () => (await import('./card-tools.tsx')).CardTools);

function ReportCard({ versionId, cardId }: { versionId: string; cardId: string }) {
  return <ReportProblem versionId={versionId} place={{ kind: 'card', cardId }} />;
}

export async function loader(args: LoaderFunctionArgs): Promise<null> {
  const { document } = await loadVersion(args);
  if (!document.cards[Number(args.params['card']) - 1]) throw data(null, { status: 404 });
  return null;
}

export function Component() {
  const { versionId = '', card = '' } = useParams();
  useInAStep();
  useEffect(cardIsReadable, []);
  const { data: me } = useSuspenseQuery(meQuery);
  return (
    <ReadModule
      demo={me.demo}
      versionId={versionId}
      number={Number(card)}
      AnswerForm={ItemForm}
      Explained={ItemExplained}
      ReportCard={ReportCard}
      Tools={Tools}
    />
  );
}
