import { stepsOf, type Steps } from './medians.ts';
import { withPhone } from './phone.ts';
import { takeSteps } from './probes.ts';
import { measureWayIn, type WayIn } from './way-in.ts';

export type StaticRun = WayIn & { nextCard: Steps };

/** Sign-in, Today, module, and then cards, as `gatherWords` orders them. */
const FIRST_CARD = 3;

/** The same way through static pages of the same words. */
export function runStatic(origin: string, pages: number): Promise<StaticRun> {
  return withPhone(origin, async (phone) => {
    const page = await phone.open();
    const wayIn = await measureWayIn(page, '/0', async () => {
      await page.getByRole('button', { name: 'Go on' }).click();
      for (let at = 1; at < FIRST_CARD; at++) await page.getByRole('link', { name: 'Go on' }).click();
      await page.waitForURL(`**/${FIRST_CARD}`);
    });
    await takeSteps(page);
    for (let at = FIRST_CARD; at < pages - 1; at++) {
      await page.getByRole('link', { name: 'Go on' }).click();
      await page.waitForURL(`**/${at + 1}`);
      // A page that is left before it is painted notes nothing.
      await page.waitForTimeout(200);
    }
    return { ...wayIn, nextCard: stepsOf((await takeSteps(page)).map(({ ms }) => ms)) };
  });
}
