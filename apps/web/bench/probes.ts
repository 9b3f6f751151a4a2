import { expect, type Page } from '@playwright/test';

/** A press of a link or button, and how long it took until what came of it was painted. */
export type Step = { path: string; ms: number };

/**
 * Runs in each document. Notes the largest contentful paint, when the first card can be read, when the sign-in form was
 * sent, and each step. What is there counts as painted two animation frames later, one more than it takes at most.
 */
export function watch(): void {
  const now = (): number => performance.timeOrigin + performance.now();
  const painted = (then: () => void): number => requestAnimationFrame(() => requestAnimationFrame(then));
  const noted = (): DOMStringMap => document.documentElement.dataset;
  const heading = (): string => document.querySelector('main h1')?.textContent ?? '';
  let before = '';

  function endStep(): void {
    const pressed = sessionStorage.getItem('bench-pressed');
    if (pressed === null) return;
    sessionStorage.removeItem('bench-pressed');
    const { path, at } = JSON.parse(pressed);
    painted(() => {
      const steps = JSON.parse(sessionStorage.getItem('bench-steps') ?? '[]');
      sessionStorage.setItem('bench-steps', JSON.stringify([...steps, { path, ms: now() - at }]));
    });
  }
  function look(): void {
    if (before !== '' && heading() !== '' && heading() !== before) endStep();
    const card = document.querySelector('main:has(nav[aria-label="In this module"]) h1');
    if (!card || noted()['readable']) return;
    noted()['readable'] = 'soon';
    painted(() => (noted()['readable'] = String(now())));
  }
  function press({ target, timeStamp }: Event): void {
    if (!(target instanceof Element) || !target.closest('a, button')) return;
    const at = performance.timeOrigin + timeStamp;
    before = heading();
    sessionStorage.setItem('bench-pressed', JSON.stringify({ path: location.pathname, at }));
    if (target.closest('form')) sessionStorage.setItem('bench-sent', String(at));
  }
  addEventListener('click', press, true);
  // A step between two documents ends with the second one.
  addEventListener('DOMContentLoaded', endStep);
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  new PerformanceObserver((list) => {
    noted()['lcp'] = String(list.getEntries().at(-1)?.startTime);
  }).observe({ type: 'largest-contentful-paint', buffered: true });
}

async function noted(page: Page, name: string): Promise<number> {
  const html = page.locator('html');
  await expect(html).toHaveAttribute(`data-${name}`, /^[\d.]+$/, { timeout: 60_000 });
  return Number(await html.getAttribute(`data-${name}`));
}

/** Milliseconds from the navigation to the largest contentful paint of the page as it is once nothing is fetched. */
export async function lcpOf(page: Page): Promise<number> {
  await page.waitForLoadState('networkidle');
  return noted(page, 'lcp');
}

/** When the first card could be read, and when the form was sent that led there: milliseconds since 1970. */
export async function firstCardOf(page: Page): Promise<{ sentAt: number; readableAt: number }> {
  const readableAt = await noted(page, 'readable');
  return { readableAt, sentAt: Number(await page.evaluate(() => sessionStorage.getItem('bench-sent'))) };
}

/** Takes the steps noted so far. */
export async function takeSteps(page: Page): Promise<Step[]> {
  // The last one is still being painted.
  await page.waitForTimeout(100);
  return page.evaluate(() => {
    const steps = sessionStorage.getItem('bench-steps') ?? '[]';
    sessionStorage.removeItem('bench-steps');
    return JSON.parse(steps);
  });
}
