/** Our choice: an unhurried reading speed of professional text. */
const WORDS_A_MINUTE = 200;
/** Our choice: half a minute for each quiz item. */
const ITEMS_A_MINUTE = 2;

/** Stated minutes of a learning module: reading its cards and sitting one quiz of `quizSize` items, rounded down. */
export function moduleMinutes(words: number, quizSize: number): number {
  return Math.floor(words / WORDS_A_MINUTE + quizSize / ITEMS_A_MINUTE);
}
