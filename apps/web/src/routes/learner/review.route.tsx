import { type LoaderFunctionArgs, useParams } from 'react-router';
import { ReviewPage } from '../../features/take-quiz/review-page.tsx';
import { loadVersion } from './version-loader.ts';

export async function loader(args: LoaderFunctionArgs): Promise<null> {
  await loadVersion(args);
  return null;
}

export function Component() {
  const { versionId = '' } = useParams();
  return <ReviewPage versionId={versionId} />;
}
