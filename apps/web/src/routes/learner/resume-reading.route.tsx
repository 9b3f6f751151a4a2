import { resumePoint } from '@rounds/rules/resume-point';
import { type LoaderFunctionArgs, redirect } from 'react-router';
import { paths } from '../../lib/paths.ts';
import { loadVersionToResume } from './version-loader.ts';

/** Leads to the card that is next, or to the quiz once all cards are read. */
export async function loader(args: LoaderFunctionArgs): Promise<globalThis.Response> {
  const { document, state } = await loadVersionToResume(args);
  const { versionId, cards } = document;
  const { cardNumber, quiz } = resumePoint(
    state.progress.viewedCardIds,
    cards.map(({ cardId }) => cardId),
  );
  return redirect(quiz ? paths.quiz(versionId) : paths.card(versionId, cardNumber));
}

export function Component() {
  return null;
}
