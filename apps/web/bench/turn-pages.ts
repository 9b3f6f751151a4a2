import type { Page } from '@playwright/test';
import { byMouse } from '../e2e/support/hands.ts';
import { readCards } from '../e2e/support/learn.ts';
import { stepsOf, type Steps } from './medians.ts';
import { takeSteps } from './probes.ts';

export type Turned = { cards: Steps; items: Steps };

/** Reads all cards from the one on the screen, answering what is asked, and looks at every item of the quiz. */
export async function turnPages(page: Page): Promise<Turned> {
  await takeSteps(page);
  await readCards(page, { hands: byMouse() });
  const next = page.getByRole('link', { name: 'Next', exact: true }).locator('visible=true').last();
  for (let number = 2; await next.isVisible(); number++) {
    const answers = page.locator('main fieldset').first().locator('input[type=radio], input[type=checkbox]');
    if ((await answers.count()) > 0) await answers.first().check();
    await next.click();
    await page.waitForURL(new RegExp(`/quiz/[^/]+/${number}$`));
  }
  const steps = await takeSteps(page);
  const timesIn = (place: string): number[] => steps.flatMap(({ path, ms }) => (path.startsWith(place) ? [ms] : []));
  return { cards: stepsOf(timesIn('/read/')), items: stepsOf(timesIn('/quiz/')) };
}
