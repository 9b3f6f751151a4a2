import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Axe finds nothing against WCAG 2.2 AA or its own best practice, and nothing is wider than the screen. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  const screen = page.viewportSize();
  // As tall as the page: a target that the bar at the thumb half covers is not small, only not scrolled to.
  if (screen)
    await page.setViewportSize({
      ...screen,
      height: Math.max(screen.height, 200 + (await page.evaluate(() => document.documentElement.scrollHeight))),
    });
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
    [],
  );
  if (screen) await page.setViewportSize(screen);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, 'the page scrolls sideways').toBeLessThanOrEqual(0);
}
