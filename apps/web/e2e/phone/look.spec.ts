import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { byMouse } from '../support/hands.ts';
import { readCards, takeQuiz } from '../support/learn.ts';
import { aNewcomer } from '../support/newcomer.ts';
import { signOut } from '../support/places.ts';
import { signIn } from '../support/sign-in.ts';

test.describe.configure({ timeout: 300_000 });

const choose = (page: Page, question: string, option: string) =>
  page.getByRole('group', { name: question, exact: true }).getByText(option, { exact: true }).click();
const html = (page: Page) => page.locator('html');

/** Nothing is wider than the phone, and nothing that is read is cut off. */
async function fits(page: Page): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

test('the largest text, widely spaced, fits the phone from Today to the CPD record', async ({
  page,
  playwright,
  baseURL,
}) => {
  const hands = byMouse();
  const newcomer = await aNewcomer(playwright.request, baseURL ?? '');
  await signIn(page, newcomer, hands);
  await page.goto('/account');
  for (const [question, option] of [
    ['Text size', 'Largest'],
    ['Spacing of lines, letters and words', 'Wide'],
    ['Colours', 'High contrast'],
    ['Motion', 'None'],
  ] as const) {
    await choose(page, question, option);
    await expect(page.getByText('Saved. It follows you to every device.')).toBeVisible();
  }
  await expectAccessible(page);
  await page.goto('/today');
  await expect(html(page)).toHaveAttribute('data-text', 'largest');
  expect(await html(page).evaluate((one) => getComputedStyle(one).fontSize)).toBe('22px');
  await expectAccessible(page);
  await page.getByRole('region', { name: 'Recommended' }).getByRole('link', { name: 'Open' }).click();
  await page.getByRole('link', { name: 'Start', exact: true }).click();
  const { versionId } = await readCards(page, { hands, look: fits });
  await takeQuiz(page, versionId, { tryNumber: 1, hands, right: true, look: fits });
  await expectAccessible(page);
  await page.goto('/cpd-record');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
});

test('a look follows its person to another device, and stays behind for nobody', async ({ page, browser }) => {
  const hands = byMouse();
  await signIn(page, 'educator', hands);
  await page.goto('/account');
  await choose(page, 'Colours', 'Dark');
  await expect(page.getByText('Saved. It follows you to every device.')).toBeVisible();
  const context = await browser.newContext();
  const other = await context.newPage();
  await signIn(other, 'educator', hands);
  await expect(html(other)).toHaveAttribute('data-theme', 'dark');
  await context.close();
  await signOut(page, hands);
  await signIn(page, 'reviewer', hands);
  await expect(html(page)).not.toHaveAttribute('data-theme');
  await signOut(page, hands);
  await signIn(page, 'educator', hands);
  await expect(html(page)).toHaveAttribute('data-theme', 'dark');
  await page.goto('/account');
  await choose(page, 'Colours', 'As the device');
  await expect(page.getByText('Saved. It follows you to every device.')).toBeVisible();
});

test('a look chosen while the server does not answer is sent at the next visit', async ({ page }) => {
  await signIn(page, 'manager');
  await page.goto('/account');
  await page.route('**/person/preferences', (route) => route.abort());
  await choose(page, 'Motion', 'None');
  await expect(page.getByText(/^Saved on this device\./)).toBeVisible();
  await page.unroute('**/person/preferences');
  const sent = page.waitForResponse('**/person/preferences', { timeout: 60_000 });
  await page.reload();
  await expect(html(page)).toHaveAttribute('data-motion', 'none');
  expect(await (await sent).json()).toEqual({ motion: 'none' });
  await choose(page, 'Motion', 'As the device');
  await expect(page.getByText('Saved. It follows you to every device.')).toBeVisible();
});

test('the largest text, widely spaced, leaves a wide table within a small desk', async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 800 });
  await signIn(page, 'lead');
  await page.goto('/lead/records');
  await expect(page.getByRole('table', { name: /^Completion records/ })).toBeVisible();
  await html(page).evaluate(({ dataset }) => Object.assign(dataset, { text: 'largest', spacing: 'wide' }));
  await fits(page);
});
