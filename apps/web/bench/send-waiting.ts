import { expect, type Page } from '@playwright/test';
import type { WardNetwork } from '../e2e/support/ward-network.ts';

const EVENTS = 200;
const TAKES_WORK = '/api/v1/learner/events';

export type Sending = { events: number; requests: number; ms: number };

async function waiting(page: Page): Promise<number> {
  const words = await page.getByText(/\d+ things waiting to send/).allTextContents();
  return Number(/(\d+) things/.exec(words.join())?.[1] ?? 0);
}

/** Changes an answer without a network until so many events wait. */
async function keepEvents(page: Page): Promise<number> {
  let count = await waiting(page);
  for (; count < EVENTS; count = await waiting(page)) {
    await page.evaluate(async (missing) => {
      const name = document.querySelector<HTMLInputElement>('main input[type=radio]')?.name ?? '';
      const answers = [...document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)];
      for (let change = 0; change < missing; change++) {
        answers.find(({ checked }) => !checked)?.click();
        await new Promise((then) => setTimeout(then, 20));
      }
    }, EVENTS - count);
    // What was kept last is counted in a moment.
    await page.waitForTimeout(1_000);
  }
  return count;
}

/** Runs in the page: the browser says that the network is back; resolves once the screen says that all is on the server. */
function untilSent(): Promise<number> {
  const begun = performance.now();
  dispatchEvent(new Event('online'));
  return new Promise((sent) => {
    const look = (): void => {
      const said = [...document.querySelectorAll('[role=status]')].map(({ textContent }) => textContent);
      if (said.some((words) => words.startsWith('Saved on the server'))) sent(performance.now() - begun);
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** What waits on this page goes over the poor line once there is a network. */
export async function sendWaiting(page: Page, network: WardNetwork): Promise<Sending> {
  const events = await keepEvents(page);
  const before = network.asked.length;
  network.state = 'up';
  const ms = await page.evaluate(untilSent);
  expect(await waiting(page)).toBe(0);
  const requests = network.asked.slice(before).filter((path) => path === TAKES_WORK).length;
  return { events, requests, ms };
}
