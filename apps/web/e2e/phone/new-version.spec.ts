import { expect, type Page } from '@playwright/test';
import { expectAccessibleAtBothWidths, test, untilInstalled } from '../support/device.ts';
import { picture } from '../support/pictures.ts';
import { signIn } from '../support/sign-in.ts';

test.describe.configure({ timeout: 120_000 });

const READY = 'A new version of Rounds is ready. What you have done is kept.';

/** Begins a module, so that the program is kept on the device. Returns the version's id. */
async function begin(page: Page): Promise<string> {
  await page.getByRole('region', { name: 'Recommended' }).getByRole('link', { name: 'Open' }).click();
  await page.getByRole('link', { name: /^(Start|Continue at card \d+)$/ }).click();
  await expect(page).toHaveURL(/\/read\/[^/]+\/\d+$/);
  await untilInstalled(page);
  return /\/read\/([^/]+)\//.exec(page.url())?.[1] ?? '';
}

test('a new version waits for a tap, and never takes over while a quiz is open', async ({ device }) => {
  const page = await device.open();
  await signIn(page, 'manager');
  const versionId = await begin(page);
  await page.goto('/library');
  await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible();

  device.network.release = 'the next release';
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect(page.getByText(READY)).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  await picture(page, 'new-version');
  const waits = () => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting));

  const quiz = await device.newTab();
  await quiz.goto(`/quiz/${versionId}`);
  await expect(quiz).toHaveURL(/\/quiz\/[^/]+\/1$/);
  await expect(quiz.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(quiz.getByText(READY)).toHaveCount(0);
  await page.bringToFront();
  await page.getByRole('button', { name: 'Use it now' }).click();
  await expect(page.getByText('A module is open in another tab. Finish or leave it there first.')).toBeVisible();
  expect(await waits()).toBe(true);

  await quiz.close();
  await page.getByRole('link', { name: 'CPD record' }).locator('visible=true').first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'CPD record' })).toBeVisible();
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Use it now' }).click();
  await reloaded;
  await expect(page).toHaveURL(/\/cpd-record$/);
  await expect(page.getByRole('heading', { level: 1, name: 'CPD record' })).toBeVisible();
  expect(await waits()).toBe(false);
  await expect(page.getByText(READY)).toHaveCount(0);
});
