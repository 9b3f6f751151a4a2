import path from 'node:path';
import type { Page } from '@playwright/test';

const FOLDER = path.join(import.meta.dirname, '../../../../docs/pictures');

/** Keeps a picture for the guides when PICTURES=1, of the screen as it is. The width is part of its name. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env['PICTURES'] !== '1') return;
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: path.join(FOLDER, `${name}-${page.viewportSize()?.width}.png`) });
}
