import { expect } from '@playwright/test';
import { expectAccessibleAtBothWidths, test, untilInstalled } from '../support/device.ts';
import { keepRecommended, SILENT } from '../support/offline.ts';
import { signIn } from '../support/sign-in.ts';

test.describe.configure({ timeout: 240_000 });

test('whatever stands in for the server, what is kept is shown; what the server says is never passed over', async ({
  device,
}) => {
  const page = await device.open();
  await signIn(page, 'lead');
  await keepRecommended(page);
  await untilInstalled(page);
  await page.goto('/library');
  await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible();
  await page.goto('/today');
  await expect(page.getByRole('region', { name: 'Recommended' })).toBeVisible();
  await device.close();

  let tab = await device.open();
  for (const state of ['cut', 'portal', 502, 'silent'] as const) {
    await test.step(`${state}`, async () => {
      device.network.state = state;
      await tab.goto('/today');
      await expect(tab.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
      await expect(tab.getByText(SILENT)).toBeVisible();
    });
  }
  await test.step('the server is back', async () => {
    device.network.state = 'up';
    await tab.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect(tab.getByText(SILENT)).toBeHidden();
  });
  await test.step('a page that the server draws is the server’s', async () => {
    await tab.goto('/sign-in/forgotten');
    await expect(tab.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(tab.locator('#root')).toHaveCount(0);
  });
  await test.step('a session that has ended opens nothing, with or without a network', async () => {
    await tab.context().clearCookies();
    await tab.goto('/today');
    await expect(tab).toHaveURL(/\/sign-in/);
    device.network.state = 'cut';
    tab = await device.newTab();
    await tab.goto('/today');
    await expect(tab.getByRole('heading', { level: 1, name: 'We could not load this page' })).toBeVisible();
    await expectAccessibleAtBothWidths(tab);
  });
});
