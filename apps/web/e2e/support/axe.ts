import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** All that the colour scheme can change. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

// No page has frames, so nothing is lost by looking in this one alone, which is faster.
const axe = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode();

/** Axe finds nothing against WCAG 2.2 AA or its own best practice, light or dark, and nothing is wider than the screen. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  const screen = page.viewportSize();
  // As tall as the page: a target that the bar at the thumb half covers is not small, only not scrolled to.
  if (screen)
    await page.setViewportSize({
      ...screen,
      height: Math.max(screen.height, 200 + (await page.evaluate(() => document.documentElement.scrollHeight))),
    });
  // No colour is on its way to another while it is looked at.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expectNothing(axe(page).withTags(STANDARDS));
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNothing(axe(page).withRules(COLOURS));
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null });
  if (screen) await page.setViewportSize(screen);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, 'the page scrolls sideways').toBeLessThanOrEqual(0);
}

async function expectNothing(builder: AxeBuilder): Promise<void> {
  const { violations } = await builder.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
    [],
  );
}
