import { expect, type Page } from '@playwright/test';
import type { Key, MarkingItem } from '@rounds/contracts/item';
import { loadLibrary } from '@rounds/content/load-library';
import { LIBRARY_FOLDER } from '@rounds/content/library-folder';
import { publishModule } from '@rounds/content/publish-module';
import { drawQuiz } from '@rounds/rules/draw-quiz';
import type { Hands } from './hands.ts';

const library = loadLibrary(LIBRARY_FOLDER).then(({ modules }) => modules.map(publishModule));

/** The items that this person meets in this try, with their keys: the draw is a pure function. */
export async function drawnItems(page: Page, versionId: string, tryNumber: number): Promise<MarkingItem[]> {
  const { personId }: { personId: string } = await (await page.request.get('/api/v1/person/me')).json();
  const published = (await library).find(({ learnerDocument }) => learnerDocument.versionId === versionId);
  if (published === undefined) throw new Error(`No library module has the version ${versionId}`);
  const { items, size } = published.markingDocument;
  return drawQuiz<MarkingItem>({ personId, versionId, tryNumber, items, size });
}

/** Answers the question on the screen rightly. */
export async function answerRightly(page: Page, item: MarkingItem, hands: Hands): Promise<void> {
  const { key } = item;
  switch (key.kind) {
    case 'single-best-answer':
      return hands.choose(page.locator(`input[name="${item.itemId}"][value="${key.optionId}"]`));
    case 'multiple-response':
      for (const optionId of key.optionIds)
        await hands.choose(page.locator(`input[name="${item.itemId}"][value="${optionId}"]`));
      return;
    case 'ordering':
      return putInOrder(page, item, key, hands);
    case 'matching':
      for (const [at, prompt] of item.prompts.entries()) {
        const pair = key.pairs.find(({ promptId }) => promptId === prompt.optionId);
        await hands.select(page.locator('main select').nth(at), pair?.optionId ?? '');
      }
  }
}

/** Moves lines up until they stand in the key's order. */
async function putInOrder(
  page: Page,
  item: MarkingItem,
  key: Extract<Key, { kind: 'ordering' }>,
  hands: Hands,
): Promise<void> {
  const lines = page.getByRole('list', { name: 'Your order' }).getByRole('listitem');
  const current = item.options.map(({ optionId }) => optionId);
  for (const [place, optionId] of key.optionIds.entries()) {
    for (let at = current.indexOf(optionId); at > place; at--) {
      await hands.press(lines.nth(at).getByRole('button', { name: /^Move up/ }));
      current.splice(at - 1, 0, ...current.splice(at, 1));
    }
  }
  const keep = page.getByRole('button', { name: 'keep this order' });
  if (await keep.isVisible()) await hands.press(keep);
  await expect(keep).toBeHidden();
}
