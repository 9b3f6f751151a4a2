import { expect, type Page } from '@playwright/test';
import { byMouse, type Hands } from './hands.ts';

export type DemoSignIn = 'clinician' | 'educator' | 'reviewer' | 'lead' | 'manager' | 'admin';

/** Signs in through the form, into Northgate where there is a choice. */
export async function signIn(page: Page, who: DemoSignIn, hands: Hands = byMouse()): Promise<void> {
  await page.goto('/sign-in');
  await hands.write(page.getByLabel('E-mail address or staff number'), `${who}@demo.rounds.test`);
  await hands.write(page.getByLabel('Password', { exact: true }), 'rounds-demo');
  await hands.press(page.getByRole('button', { name: 'Sign in', exact: true }));
  await expect(page).not.toHaveURL(/\/sign-in(\?|$)/);
  if (page.url().includes('/sign-in/organisation')) await hands.press(page.getByRole('button', { name: /Northgate/ }));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}
