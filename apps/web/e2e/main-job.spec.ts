import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { byKeyboard, byMouse, type Hands } from './support/hands.ts';
import { readCards, takeQuiz } from './support/learn.ts';
import { picture } from './support/pictures.ts';
import { type DemoSignIn, signIn } from './support/sign-in.ts';

test.describe.configure({ timeout: 180_000 });

/** One recommended module, from Today to a reflection. Returns its title and minutes. */
async function learn(page: Page, hands: Hands): Promise<{ title: string; minutes: number }> {
  const recommended = page.getByRole('region', { name: 'Recommended' });
  await expect(recommended.getByText('Why this one:')).toBeVisible();
  const title = (await recommended.getByRole('heading', { level: 3 }).textContent()) ?? '';
  await picture(page, 'today');
  await hands.press(recommended.getByRole('link', { name: 'Open' }));
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused();
  await expect(page).toHaveTitle(new RegExp(title.replace('?', '\\?')));
  const minutes = Number(/(\d+) minutes/.exec((await page.locator('main').textContent()) ?? '')?.[1]);
  await picture(page, 'module');
  await hands.press(page.getByRole('link', { name: 'Start', exact: true }));
  const versionId = await readCards(page, hands);
  await takeQuiz(page, versionId, { tryNumber: 1, hands, right: true });
  await expect(
    page.getByRole('heading', { level: 1, name: `You passed. ${minutes} minutes added to your CPD record.` }),
  ).toBeFocused();
  await expectAccessible(page);
  await picture(page, 'passed');
  return { title, minutes };
}

async function reflect(page: Page, hands: Hands, title: string): Promise<void> {
  await hands.press(page.getByRole('link', { name: 'Reflect, about 1 min' }));
  await hands.write(page.getByLabel('What did you learn?'), 'To decide before I look.');
  await hands.write(page.getByLabel('What does it mean for the people you care for?'), 'A second pair of eyes.');
  await hands.write(page.getByLabel('What will you do?'), 'Ask who checks the list.');
  await expectAccessible(page);
  await picture(page, 'reflection');
  await hands.press(page.getByRole('button', { name: 'Save reflection' }));
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByText('A second pair of eyes.')).toBeVisible();
}

/** Minutes of this year as the CPD record says them. */
async function minutesOnRecord(page: Page): Promise<number> {
  const { creditMinutes } = await (await page.request.get('/api/v1/learner/cpd-record')).json();
  return creditMinutes;
}

for (const [way, who, handsOn] of [
  ['mouse', 'clinician', () => byMouse()],
  ['keyboard', 'lead', byKeyboard],
] as const satisfies [string, DemoSignIn, (page: Page) => Hands][]) {
  test(`a clinician earns minutes, and the CPD lead sees and downloads it, by ${way}`, async ({ page, browser }) => {
    const hands = handsOn(page);
    await signIn(page, who, hands);
    const before = await minutesOnRecord(page);
    const { title, minutes } = await learn(page, hands);
    expect(await minutesOnRecord(page)).toBe(before + minutes);
    await reflect(page, hands, title);
    await page.goto('/cpd-record');
    await expect(page.getByRole('link', { name: title }).first()).toBeVisible();
    await expectAccessible(page);
    await picture(page, 'cpd-record');

    const context = await browser.newContext({ viewport: page.viewportSize() });
    const leadPage = await context.newPage();
    await seeAndDownload(leadPage, handsOn(leadPage), title, who === 'clinician' ? 'Larkspur' : 'Yarrow');
    await context.close();
  });
}

async function seeAndDownload(page: Page, hands: Hands, title: string, familyName: string): Promise<void> {
  await signIn(page, 'lead', hands);
  await page.goto(`/lead/records?q=${familyName}&state=completed`);
  const row = page.getByRole('row').filter({ hasText: title });
  await expect(row).toContainText(familyName);
  await expectAccessible(page);
  await picture(page, 'completion-records');
  const downloading = page.waitForEvent('download');
  await hands.press(page.getByRole('link', { name: /^Download \d+ rows?$/ }));
  const text = await readFile(await (await downloading).path(), 'utf8');
  expect(text.startsWith('\uFEFFfamilyName,')).toBe(true);
  expect(text).toContain(`,${title.includes(',') ? `"${title}"` : title},completed,`);
}
