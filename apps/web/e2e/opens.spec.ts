import { expect, test } from '@playwright/test';

test('a stranger who opens the address gets a page with a title and one heading', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveTitle(/Rounds/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
