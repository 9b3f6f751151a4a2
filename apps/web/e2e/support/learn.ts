import { expect, type Page } from '@playwright/test';
import { answerRightly, drawnItems } from './answers.ts';
import type { Hands } from './hands.ts';
import { picture } from './pictures.ts';

const go = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).locator('visible=true');

/** What is looked at on every screen. */
export type Look = (page: Page) => Promise<void>;
export type Learning = { hands: Hands; look?: Look };

const lookAway: Look = async () => {};

/** What a card was for: every module has some of each. */
export type CardsMet = { versionId: string; checks: number; decisions: number };

/** Goes through all cards, answering what is asked. Leaves the page at the quiz. */
export async function readCards(page: Page, { hands, look = lookAway }: Learning): Promise<CardsMet> {
  await expect(page).toHaveURL(/\/read\/[^/]+\/\d+$/);
  const versionId = /\/read\/([^/]+)\//.exec(page.url())?.[1] ?? '';
  const met: CardsMet = { versionId, checks: 0, decisions: 0 };
  await picture(page, 'card');
  for (;;) {
    await look(page);
    const asked = await answerCard(page, { hands, look });
    if (asked !== null) {
      met[asked]++;
      await look(page);
    }
    const heading = await page.getByRole('heading', { level: 1 }).textContent();
    const toQuiz = go(page, 'Go to the quiz');
    const last = await toQuiz.isVisible();
    await hands.press(last ? toQuiz : go(page, 'Continue'));
    if (last) break;
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(heading ?? '');
  }
  await expect(page).toHaveURL(new RegExp(`/quiz/${versionId}/1$`));
  return met;
}

/** A knowledge check, a decision or a scenario wants something first. */
async function answerCard(page: Page, { hands, look }: Required<Learning>): Promise<'checks' | 'decisions' | null> {
  await expect(
    go(page, /^(Continue|Go to the quiz|See the answer|Look at the tool|See the second look)$/),
  ).toBeVisible();
  const answer = go(page, 'See the answer');
  const decide = go(page, 'Look at the tool');
  const [isCheck, isDecision] = [await answer.isVisible(), await decide.isVisible()];
  if (isCheck) {
    await chooseFirst(page, hands);
    await hands.press(answer);
    await expect(page.getByRole('heading', { name: /^(Right|Partly right|Not right)$/ })).toBeFocused();
  }
  if (isDecision) {
    await chooseFirst(page, hands);
    await hands.press(decide);
    await expect(page.getByRole('heading', { name: /^What .* says/ })).toBeFocused();
    await picture(page, 'decide-first');
    await look(page);
    await hands.press(go(page, 'See the second look'));
  }
  await expect(go(page, /^(Continue|Go to the quiz)$/)).toBeVisible();
  return isDecision ? 'decisions' : isCheck ? 'checks' : null;
}

async function chooseFirst(page: Page, hands: Hands): Promise<void> {
  const answers = page.locator('main fieldset').first().locator('input[type=radio], input[type=checkbox]');
  if ((await answers.count()) > 0) return hands.choose(answers.first());
  const keep = page.getByRole('button', { name: 'keep this order' });
  if (await keep.isVisible()) return hands.press(keep);
  const selects = page.locator('main select');
  const value = await selects.first().locator('option').nth(1).getAttribute('value');
  await hands.select(selects.first(), value ?? '');
}

/** Answers the whole quiz rightly, or leaves all but the first question open, and submits. */
export async function takeQuiz(
  page: Page,
  versionId: string,
  { tryNumber, right, hands, look = lookAway }: Learning & { tryNumber: number; right: boolean },
): Promise<void> {
  const items = await drawnItems(page, versionId, tryNumber);
  for (const [at, item] of items.entries()) {
    await expect(page).toHaveURL(new RegExp(`/quiz/${versionId}/${at + 1}$`));
    await expect(page.getByRole('group').first()).toBeVisible();
    if (at === 0) await picture(page, 'question');
    await look(page);
    if (right) await answerRightly(page, item, hands);
    else if (at === 0) await chooseFirst(page, hands);
    const last = at === items.length - 1;
    await hands.press(
      page
        .getByRole('link', { name: last ? 'Review your answers' : 'Next', exact: true })
        .locator('visible=true')
        .last(),
    );
  }
  await expect(page.getByRole('heading', { level: 1, name: 'Your answers' })).toBeVisible();
  await look(page);
  await hands.press(page.getByRole('button', { name: /^Submit \d answers?$/ }).locator('visible=true'));
  await expect(page).toHaveURL(/\/results\//);
}
