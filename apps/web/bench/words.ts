import type { Page } from '@playwright/test';

/** What a page shows, without its style and program; its pictures by their paths. */
export type Words = { title: string; html: string; pictures: Map<string, { type: string; bytes: Buffer }> };

/** Runs in the page. */
function plainMain(): { html: string; sources: string[] } {
  const KEPT = new Set(['href', 'src', 'alt', 'type', 'name', 'aria-label', 'method']);
  const main = document.querySelector('main')?.cloneNode(true) as HTMLElement;
  for (const other of main.querySelectorAll('script, style, svg')) other.remove();
  // A form of the product would send to the product.
  for (const form of main.querySelectorAll('form')) form.replaceWith(...form.childNodes);
  for (const element of main.querySelectorAll('*'))
    for (const name of element.getAttributeNames()) if (!KEPT.has(name)) element.removeAttribute(name);
  const sources = [...main.querySelectorAll('img')].map(({ src }) => new URL(src).pathname);
  return { html: main.innerHTML, sources };
}

export async function wordsOf(page: Page): Promise<Words> {
  await page.locator('main h1').waitFor();
  // A page of the application has its address a moment before its words.
  await page.waitForTimeout(1_000);
  const { html, sources } = await page.evaluate(plainMain);
  const pictures: Words['pictures'] = new Map();
  for (const source of sources) {
    const answer = await page.request.get(source);
    pictures.set(source, { type: answer.headers()['content-type'] ?? '', bytes: await answer.body() });
  }
  return { title: await page.title(), html, pictures };
}
