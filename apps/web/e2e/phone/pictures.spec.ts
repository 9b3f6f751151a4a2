import { expect, type Page } from '@playwright/test';
import { expectAccessibleAtBothWidths, test, untilInstalled } from '../support/device.ts';
import { picture } from '../support/pictures.ts';
import { signIn } from '../support/sign-in.ts';

test.describe.configure({ timeout: 120_000 });

/** The card with a picture of the one library module that has any. */
const WITH_PICTURE = { module: 'Bias and generalisability', card: 2 };

/** What the browser says of its connection; null: nothing, as Safari and Firefox. */
async function pretend(page: Page, connection: { saveData: boolean; effectiveType: string } | null): Promise<void> {
  await page.addInitScript((said) => {
    Object.defineProperty(navigator, 'connection', { configurable: true, value: said ?? undefined });
  }, connection);
}

async function openCard(page: Page): Promise<void> {
  await page.goto('/library');
  await page.getByRole('link', { name: WITH_PICTURE.module, exact: true }).click();
  await page.getByRole('link', { name: /^(Start|Continue at card \d+|Read the cards again|Read it again)$/ }).click();
  await expect(page).toHaveURL(/\/read\/[^/]+\/\d+$/);
  await page.goto(page.url().replace(/\d+$/, String(WITH_PICTURE.card)));
}

test('pictures wait for a tap where kilobytes count, and open from the device ever after', async ({ device }) => {
  const page = await device.open();
  const shown = page.locator('figure img');
  const media = (): string[] => device.network.asked.filter((path) => path.includes('/media/'));
  await signIn(page, 'educator');

  await test.step('Save-Data', async () => {
    await pretend(page, { saveData: true, effectiveType: '4g' });
    await openCard(page);
    const show = page.getByRole('button', { name: /^Show picture, \d+ kB$/ });
    await expect(show).toBeVisible();
    await expect(page.getByText(/^On the picture: /)).toBeVisible();
    await expectAccessibleAtBothWidths(page);
    await picture(page, 'picture-waits');
    expect(media()).toEqual([]);
  });

  await test.step('an unknown connection is asked about once', async () => {
    await pretend(page, null);
    await page.reload();
    await expect(page.getByText('Show pictures by themselves?')).toBeVisible();
    await expectAccessibleAtBothWidths(page);
    expect(media()).toEqual([]);
    await page.getByRole('button', { name: 'Show them' }).click();
    await expect(shown).toBeVisible();
    expect(media()).toHaveLength(1);
  });

  await test.step('without a network it comes from the device', async () => {
    await untilInstalled(page);
    // Shown again by an installed program, which keeps what it shows.
    await page.reload();
    await expect(shown).toBeVisible();
    await expect(async () => {
      await page.reload();
      expect((await shown.getAttribute('src'))?.startsWith('data:image/')).toBe(true);
    }).toPass();
    device.network.state = 'cut';
    await page.reload();
    await expect(shown).toBeVisible();
    expect(await shown.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true);
  });
});
