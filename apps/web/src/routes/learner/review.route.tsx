import { type LoaderFunctionArgs, useParams } from 'react-router';
import { ReviewPage } from '../../features/take-quiz/review-page.tsx';
import { useInAStep } from '../../program/in-a-step.ts';
import { loadVersionToResume } from './version-loader.ts';

export async function loader(args: LoaderFunctionArgs): Promise<null> {
  await loadVersionToResume(args);
  return null;
}

export function Component() {
  const { versionId = '' } = useParams();
  useInAStep();
  return <ReviewPage versionId={versionId} />;
}
