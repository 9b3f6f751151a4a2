import { expect, type Page } from '@playwright/test';
import { byMouse, type Hands } from './hands.ts';

export type DemoSignIn = 'clinician' | 'educator' | 'reviewer' | 'lead' | 'manager' | 'admin';

type Typed = { identifier: string; organisationCode?: string; password: string };
/** Somebody as the form and the lists know them. */
export type WhoSignsIn = Typed & { familyName: string };

const demoPerson = (who: DemoSignIn): Typed => ({ identifier: `${who}@demo.rounds.test`, password: 'rounds-demo' });

export const CLINICIAN: WhoSignsIn = { ...demoPerson('clinician'), familyName: 'Larkspur' };

/** Signs in through the form, into Northgate where there is a choice. */
export async function signIn(page: Page, who: DemoSignIn | WhoSignsIn, hands: Hands = byMouse()): Promise<void> {
  const { identifier, organisationCode, password } = typeof who === 'string' ? demoPerson(who) : who;
  if (!page.url().includes('/sign-in')) await page.goto('/sign-in');
  await hands.write(page.getByLabel('E-mail address or staff number'), identifier);
  if (organisationCode !== undefined) {
    await hands.press(page.getByText('I use a staff number'));
    await hands.write(page.getByLabel('Organisation code'), organisationCode);
  }
  await hands.write(page.getByLabel('Password', { exact: true }), password);
  await hands.press(page.getByRole('button', { name: 'Sign in', exact: true }));
  await expect(page).not.toHaveURL(/\/sign-in(\?|$)/);
  if (page.url().includes('/sign-in/organisation')) await hands.press(page.getByRole('button', { name: /Northgate/ }));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}
