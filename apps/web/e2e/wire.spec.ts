import { expect, test } from '@playwright/test';
import { aNewcomer } from './support/newcomer.ts';
import { signIn } from './support/sign-in.ts';
import { type Sent, watchWire } from './support/wire.ts';

/** Bytes, head and body of each answer. */
const SIGN_IN = 30_000;
const FIRST_CARD = 190_000;

const total = (sent: readonly Sent[]): number => sent.reduce((sum, { bytes }) => sum + bytes, 0);
const isText = ({ url }: Sent): boolean => /\.(js|css)$/.test(new URL(url).pathname);

test('a phone with an empty cache gets the sign-in page and the first card for few bytes', async ({
  page,
  playwright,
  baseURL,
}) => {
  const learner = await aNewcomer(playwright.request, baseURL ?? '');
  const sent = await watchWire(page);
  await page.goto('/sign-in');
  await page.waitForLoadState('networkidle');
  const signInBytes = total(sent());
  await signIn(page, learner);
  await page.getByRole('region', { name: 'Recommended' }).getByRole('link', { name: 'Open' }).click();
  await page.getByRole('link', { name: 'Start', exact: true }).click();
  await expect(page).toHaveURL(/\/read\/[^/]+\/1$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const firstCardBytes = total(sent());
  console.log(`On the wire: sign-in ${signInBytes} bytes, until the first card is readable ${firstCardBytes} bytes`);
  expect(
    sent()
      .filter(isText)
      .filter(({ encoding }) => encoding !== 'br'),
  ).toEqual([]);
  expect(signInBytes).toBeLessThanOrEqual(SIGN_IN);
  expect(firstCardBytes).toBeLessThanOrEqual(FIRST_CARD);
});
