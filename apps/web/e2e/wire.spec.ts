import { expect, type Page, test } from '@playwright/test';
import { aNewcomer } from './support/newcomer.ts';
import { signIn } from './support/sign-in.ts';
import { type Sent, Wire } from './support/wire.ts';

/** Bytes, head and body of each answer. */
const SIGN_IN = 30_000;
const FIRST_CARD = 190_000;

const total = (sent: readonly Sent[]): number => sent.reduce((sum, { bytes }) => sum + bytes, 0);
const isProgram = ({ url }: Sent): boolean => /\.(js|css)$/.test(new URL(url).pathname);
/** What comes from the cache has no bytes and no encoding. */
const isPlain = ({ bytes, encoding }: Sent): boolean => bytes > 0 && encoding !== 'br';

/** Runs in the page: notes the moment at which a card's title is there to be read. */
function noteWhenReadable(): void {
  new MutationObserver(() => {
    const card = document.querySelector('main:has(nav[aria-label="In this module"]) h1');
    if (card && !document.documentElement.dataset['readableAt'])
      document.documentElement.dataset['readableAt'] = String(Date.now());
  }).observe(document, { childList: true, subtree: true });
}

/** Milliseconds since 1970. What comes later, for other pages or to be kept, no longer counts. */
async function readableAt(page: Page): Promise<number> {
  return Number(await page.locator('html').getAttribute('data-readable-at'));
}

test('a device with an empty cache gets the sign-in page and the first card for few bytes', async ({
  page,
  playwright,
  baseURL,
}) => {
  const learner = await aNewcomer(playwright.request, baseURL ?? '');
  const wire = await Wire.of(page);
  await page.addInitScript(noteWhenReadable);
  await page.goto('/sign-in');
  await page.waitForLoadState('networkidle');
  const forSignIn = total(await wire.at(Date.now()));
  await signIn(page, learner);
  await page.getByRole('region', { name: 'Recommended' }).getByRole('link', { name: 'Open' }).click();
  await page.getByRole('link', { name: 'Start', exact: true }).click();
  await expect(page).toHaveURL(/\/read\/[^/]+\/1$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const sent = await wire.at(await readableAt(page));
  console.log(`On the wire: sign-in ${forSignIn} bytes, until the first card is readable ${total(sent)} bytes`);
  expect(sent.filter(isProgram).length).toBeGreaterThan(4);
  expect(sent.filter(isProgram).filter(isPlain)).toEqual([]);
  expect(forSignIn).toBeLessThanOrEqual(SIGN_IN);
  expect(total(sent)).toBeLessThanOrEqual(FIRST_CARD);
});
