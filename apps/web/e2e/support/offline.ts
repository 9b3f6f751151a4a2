import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { picture } from './pictures.ts';

/** What a page says that is shown from the device. */
export const SILENT = /The server does not answer\. This page is as this device kept it on/;

/** Opens the recommended module and keeps it. Returns its title. */
export async function keepRecommended(page: Page): Promise<string> {
  const recommended = page.getByRole('region', { name: 'Recommended' });
  const title = (await recommended.getByRole('heading', { level: 3 }).textContent()) ?? '';
  await recommended.getByRole('link', { name: 'Open' }).click();
  await page.getByRole('button', { name: /^Keep on this device, \d+ kB$/ }).click();
  await expect(page.getByText('It opens without a network now.')).toBeVisible();
  await expect(page.getByText(/^Kept on this device, refreshed \d+ \w+ \d{4}$/)).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'module-kept');
  return title;
}
