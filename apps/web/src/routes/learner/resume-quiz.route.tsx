import { drawQuiz } from '@rounds/rules/draw-quiz';
import { type LoaderFunctionArgs, redirect } from 'react-router';
import { meQuery } from '../../api/me.queries.ts';
import { queryClientContext } from '../../api/query-client.ts';
import { paths } from '../../lib/paths.ts';
import { loadVersionToResume } from './version-loader.ts';

/** Leads to the first question without an answer, or to the review once all have one. */
export async function loader(args: LoaderFunctionArgs): Promise<globalThis.Response> {
  const { document, state } = await loadVersionToResume(args);
  const { personId } = await args.context.get(queryClientContext).ensureQueryData(meQuery);
  const { versionId, quiz } = document;
  const tryNumber = state.nextTryNumber;
  const draft = state.progress.quizDraft?.tryNumber === tryNumber ? state.progress.quizDraft.responses : {};
  const items = drawQuiz({ personId, versionId, tryNumber, items: quiz.items, size: quiz.size });
  const open = items.findIndex(({ itemId }) => !draft[itemId]);
  return redirect(open === -1 ? paths.quizReview(versionId) : paths.question(versionId, open + 1));
}

export function Component() {
  return null;
}
