import { data, type LoaderFunctionArgs, useParams } from 'react-router';
import { ItemForm } from '../../features/answer-item/item-form.tsx';
import { QuestionPage } from '../../features/take-quiz/question-page.tsx';
import { useInAStep } from '../../program/in-a-step.ts';
import { loadVersion } from './version-loader.ts';

export async function loader(args: LoaderFunctionArgs): Promise<null> {
  const { document } = await loadVersion(args);
  const number = Number(args.params['question']);
  if (!Number.isInteger(number) || number < 1 || number > document.quiz.size) throw data(null, { status: 404 });
  return null;
}

export function Component() {
  const { versionId = '', question = '' } = useParams();
  useInAStep();
  return <QuestionPage versionId={versionId} number={Number(question)} AnswerForm={ItemForm} />;
}
