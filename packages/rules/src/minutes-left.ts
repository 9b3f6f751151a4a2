/** As in the stated minutes: half a minute for each quiz item. */
const ITEMS_A_MINUTE = 2;

type Left = {
  /** Stated minutes of the whole version. */
  minutes: number;
  cardCount: number;
  quizSize: number;
  cardsLeft: number;
};

/** About how many minutes are left, at least 1: the reading is spread evenly over the cards, and the quiz follows. */
export function minutesLeft({ minutes, cardCount, quizSize, cardsLeft }: Left): number {
  const quiz = quizSize / ITEMS_A_MINUTE;
  const reading = Math.max(0, minutes - quiz);
  return Math.max(1, Math.round((reading * cardsLeft) / Math.max(1, cardCount) + quiz));
}
