import { chromium } from '@playwright/test';
import type { WhoSignsIn } from '../e2e/support/sign-in.ts';
import { BROWSER, SCREEN } from './phone.ts';
import { openRecommended, signInByForm, startReading } from './way-in.ts';
import { type Words, wordsOf } from './words.ts';

/** What a learner meets on the way in: sign-in, Today, the recommended module, and its first cards. */
export async function gatherWords(origin: string, who: WhoSignsIn): Promise<Words[]> {
  const browser = await chromium.launch(BROWSER);
  try {
    const page = await browser.newPage({ ...SCREEN, baseURL: origin });
    await page.goto('/sign-in');
    const words = [await wordsOf(page)];
    for (const step of [signInByForm, openRecommended, startReading]) {
      await step(page, who);
      words.push(await wordsOf(page));
    }
    const first = page.url();
    for (const card of ['2', '3']) {
      await page.goto(first.replace(/1$/, card));
      words.push(await wordsOf(page));
    }
    return words;
  } finally {
    await browser.close();
  }
}
