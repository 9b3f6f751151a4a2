import { expect, type Page } from '@playwright/test';
import type { Hands } from './hands.ts';

/** Pixels from which the masthead shows all places. */
const DESK = 960;
const AT_THE_THUMB = ['Today', 'Library', 'CPD record'];

/** Goes to a place of the main navigation: in the masthead at the desk; on the phone at the thumb, or under "More". */
export async function goTo(page: Page, hands: Hands, name: string): Promise<void> {
  const placeIn = (navigation: string, place: string) =>
    page.getByRole('navigation', { name: navigation, exact: true }).getByRole('link', { name: place, exact: true });
  if ((page.viewportSize()?.width ?? DESK) >= DESK) await hands.press(placeIn('Main', name));
  else if (AT_THE_THUMB.includes(name)) await hands.press(placeIn('Main, at the thumb', name));
  else {
    await hands.press(placeIn('Main, at the thumb', 'More'));
    await hands.press(placeIn('More', name));
  }
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
}

/** By the menu under the person's name. */
export async function signOut(page: Page, hands: Hands): Promise<void> {
  const masthead = page.getByRole('banner');
  await hands.press(masthead.locator('summary'));
  await hands.press(masthead.getByRole('button', { name: 'Sign out' }));
  await expect(page.getByText('You are signed out.')).toBeVisible();
}
