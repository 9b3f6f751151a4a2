import type { Page } from '@playwright/test';
import { type Sent, Wire } from '../e2e/support/wire.ts';
import type { WhoSignsIn } from '../e2e/support/sign-in.ts';
import { POOR_LINE } from './line.ts';
import { firstCardOf, lcpOf, watch } from './probes.ts';

/** Bytes of heads and bodies as they come; milliseconds. */
export type WayIn = { signIn: { bytes: number; lcp: number }; firstCard: { bytes: number; ms: number } };

const total = (sent: readonly Sent[]): number => sent.reduce((sum, { bytes }) => sum + bytes, 0);

/** From an empty cache over the poor line to the sign-in page, and from there by `onwards` to the first card. */
export async function measureWayIn(page: Page, address: string, onwards: () => Promise<void>): Promise<WayIn> {
  const wire = await Wire.of(page, POOR_LINE);
  await page.addInitScript(watch);
  await page.goto(address);
  const lcp = await lcpOf(page);
  const before = total(await wire.at(Date.now()));
  await onwards();
  const { sentAt, readableAt } = await firstCardOf(page);
  const after = total(await wire.at(readableAt));
  return { signIn: { bytes: before, lcp }, firstCard: { bytes: after - before, ms: readableAt - sentAt } };
}

/** The way in by the product's own pages, without a moment's thought between two presses. */
export async function signInByForm(page: Page, who: WhoSignsIn): Promise<void> {
  await page.getByText('I use a staff number').click();
  await page.getByLabel('E-mail address or staff number').fill(who.identifier);
  await page.getByLabel('Organisation code').fill(who.organisationCode ?? '');
  await page.getByLabel('Password', { exact: true }).fill(who.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('region', { name: 'Recommended' }).waitFor({ timeout: 60_000 });
}

export async function openRecommended(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'Recommended' }).getByRole('link', { name: 'Open' }).click();
  await page.getByRole('link', { name: 'Start', exact: true }).waitFor({ timeout: 60_000 });
}

export async function startReading(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Start', exact: true }).click();
  await page.waitForURL(/\/read\/[^/]+\/1$/, { timeout: 60_000 });
}
