import { expect, type Page } from '@playwright/test';
import { answerRightly, drawnItems } from './support/answers.ts';
import { expectAccessible } from './support/axe.ts';
import { test, untilInstalled } from './support/device.ts';
import { byMouse } from './support/hands.ts';
import { readCards } from './support/learn.ts';
import { keepRecommended, SILENT } from './support/offline.ts';
import { picture } from './support/pictures.ts';
import { aNewcomer } from './support/newcomer.ts';
import { signIn } from './support/sign-in.ts';

test.describe.configure({ timeout: 240_000 });

const shown = (page: Page, name: string) => page.getByRole('button', { name }).locator('visible=true');

test('a module is finished without a network, in a browser that was closed in between', async ({
  device,
  playwright,
  baseURL,
}) => {
  const page = await device.open();
  // Asked for some seconds after the page, and kept once it is here.
  const library = page.waitForResponse((answer) => /\/learner\/modules(\?|$)/.test(answer.url()), { timeout: 60_000 });
  await signIn(page, await aNewcomer(playwright.request, baseURL ?? ''));
  const title = await keepRecommended(page);
  await page.getByRole('link', { name: 'Start', exact: true }).click();
  await expect(page).toHaveURL(/\/read\/[^/]+\/1$/);
  const versionId = /\/read\/([^/]+)\//.exec(page.url())?.[1] ?? '';
  const items = await drawnItems(page, versionId, 1);
  await untilInstalled(page);
  await library;
  await shown(page, 'Continue').click();
  await expect(page).toHaveURL(/\/2$/);
  await expect(page.getByText(/^Saved on the server/)).toBeVisible();
  // What is shown is kept within half a second.
  await page.waitForTimeout(2_000);
  await device.close();

  device.network.state = 'cut';
  const asked = device.network.asked.length;
  const lift = await device.open();
  for (const [address, name] of [
    ['/today', 'Today'],
    ['/library', 'Library'],
    ['/kept-on-this-device', 'Kept on this device'],
  ] as const) {
    await test.step(address, async () => {
      await lift.goto(address);
      await expect(lift.getByRole('heading', { level: 1, name })).toBeVisible();
      if (address === '/today')
        await expect(lift.getByRole('region', { name: 'Continue' }).getByRole('link', { name: title })).toBeVisible();
      if (address !== '/kept-on-this-device') await expect(lift.getByText(SILENT)).toBeVisible();
      await expectAccessible(lift);
      await picture(lift, `offline${address.replace('/', '-')}`);
    });
  }
  await expect(lift.getByText(/kB, refreshed/)).toBeVisible();
  await lift.getByRole('link', { name: title }).click();
  await expect(lift.getByText(/^Kept on this device, refreshed/)).toBeVisible();
  await lift.getByRole('link', { name: 'Continue at card 2' }).click();
  await readCards(lift, { hands: byMouse() });
  for (const [at, item] of items.entries()) {
    await expect(lift).toHaveURL(new RegExp(`/quiz/${versionId}/${at + 1}$`));
    await answerRightly(lift, item, byMouse());
    await lift
      .getByRole('link', { name: at === items.length - 1 ? 'Review your answers' : 'Next', exact: true })
      .locator('visible=true')
      .last()
      .click();
  }
  await shown(lift, 'Submit').click();
  await expect(lift.getByRole('heading', { level: 1, name: 'Your answers are kept on this device' })).toBeVisible();
  await expect(lift.getByText('They are marked when you are back online.')).toBeVisible();
  await expectAccessible(lift);
  await picture(lift, 'offline-result');
  expect(device.network.asked).toHaveLength(asked);

  device.network.state = 'up';
  await lift.getByRole('button', { name: 'Try now' }).click();
  await expect(lift.getByRole('heading', { level: 1, name: /^You passed\./ })).toBeVisible();
});
