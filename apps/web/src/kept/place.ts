import type { ModulePage } from '@rounds/contracts/catalogue';
import type { LearnerDocument } from '@rounds/contracts/learner-document';
import type { Today } from '@rounds/contracts/today';
import type { VersionState } from '@rounds/contracts/version';
import { minutesLeft } from '@rounds/rules/minutes-left';
import { resumePoint } from '@rounds/rules/resume-point';

/** A module that was begun here, and the learner's place in it as this device knows it. */
export type Place = { document: LearnerDocument; state: VersionState };

function pointOf({ document, state }: Place) {
  return resumePoint(
    state.progress.viewedCardIds,
    document.cards.map(({ cardId }) => cardId),
  );
}

export const isUnderWay = ({ state }: Place): boolean =>
  state.progress.viewedCardIds.length > 0 && state.passedAttemptId === null;

/** A kept module page tells of an earlier visit; the place is newer. */
export function pageAt(page: ModulePage, place: Place): ModulePage {
  if (page.state === 'completed' || page.versionId !== place.document.versionId || !isUnderWay(place)) return page;
  return { ...page, state: 'started', resume: pointOf(place) };
}

/** Today of an earlier visit, continued where this device left off. */
export function todayAt(today: Today, place: Place): Today {
  const { document } = place;
  const { moduleId, versionId, title, minutes, cards, quiz } = document;
  const { cardNumber, quiz: atQuiz } = pointOf(place);
  const cardCount = cards.length;
  const cardsLeft = atQuiz ? 0 : cardCount - cardNumber + 1;
  return {
    ...today,
    continue: {
      moduleId,
      versionId,
      title,
      cardNumber,
      cardCount,
      minutesLeft: minutesLeft({ minutes, cardCount, quizSize: quiz.size, cardsLeft }),
      quizSize: quiz.size,
      atQuiz,
    },
    ...(today.recommended?.module.moduleId === moduleId && { recommended: null }),
  };
}
