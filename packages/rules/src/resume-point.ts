/** Where to go on in a version: the number of a card, from 1, or the quiz after the last card. */
export type ResumePoint = { cardNumber: number; quiz: boolean };

/** The first card not yet seen; the quiz once all were. */
export function resumePoint(viewedCardIds: readonly string[], cardIds: readonly string[]): ResumePoint {
  const viewed = new Set(viewedCardIds);
  const next = cardIds.findIndex((cardId) => !viewed.has(cardId));
  return next === -1 ? { cardNumber: cardIds.length, quiz: true } : { cardNumber: next + 1, quiz: false };
}
