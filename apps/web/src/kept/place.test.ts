import { describe, expect, test } from '@jest/globals';
import type { ModulePage } from '@rounds/contracts/catalogue';
import { aDocument, aModuleSummary, aVersionState } from '../../test/factories.ts';
import { aToday } from '../../test/fixtures/today.ts';
import { isUnderWay, pageAt, type Place, todayAt } from './place.ts';

const document = aDocument();
const cardIds = document.cards.map(({ cardId }) => cardId);

function after(cards: number, change: Partial<Place['state']> = {}): Place {
  const state = aVersionState(change);
  return { document, state: { ...state, progress: { ...state.progress, viewedCardIds: cardIds.slice(0, cards) } } };
}

const page = { versionId: document.versionId, state: 'not-started', resume: null } as ModulePage;

describe('the place in what an earlier visit kept', () => {
  test('a module page continues at the next card, and at the quiz after the last', () => {
    expect(pageAt(page, after(1))).toMatchObject({ state: 'started', resume: { cardNumber: 2, quiz: false } });
    expect(pageAt(page, after(cardIds.length)).resume).toMatchObject({ quiz: true });
  });

  test.each([
    ['nothing was read', page, after(0)],
    ['it is completed', { ...page, state: 'completed' } as ModulePage, after(2)],
    ['the quiz was passed since', page, after(2, { passedAttemptId: document.versionId })],
    ['the place is in another version', { ...page, versionId: document.moduleId } as ModulePage, after(2)],
  ])('a module page stays as it was when %s', (_, kept, place) => expect(pageAt(kept, place)).toBe(kept));

  test('Today continues where this device left off, and recommends it no more', () => {
    const recommended = { module: aModuleSummary({ moduleId: document.moduleId }), reason: 'It is the first.' };
    const shown = todayAt(aToday({ recommended }), after(1));
    expect(shown.continue).toMatchObject({ title: document.title, cardNumber: 2, atQuiz: false });
    expect(shown.recommended).toBeNull();
    expect(todayAt(aToday(), after(cardIds.length)).continue).toMatchObject({ atQuiz: true });
  });

  test('a module that was not begun, or is passed, is not under way', () => {
    expect([after(0), after(1), after(1, { passedAttemptId: document.versionId })].map(isUnderWay)).toEqual([
      false,
      true,
      false,
    ]);
  });
});
