import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { rowsOf } from './support/csv.ts';
import { byKeyboard, byMouse, type Hands } from './support/hands.ts';
import { type Learning, readCards, takeQuiz } from './support/learn.ts';
import { aNewcomer } from './support/newcomer.ts';
import { picture } from './support/pictures.ts';
import { goTo, signOut } from './support/places.ts';
import { CLINICIAN, signIn, type WhoSignsIn } from './support/sign-in.ts';

test.describe.configure({ timeout: 180_000 });

type Learnt = { title: string; minutes: number };

/** One recommended module, from Today to its result. */
async function learn(page: Page, learning: Learning): Promise<Learnt> {
  const { hands, look } = learning;
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
  const { versionId, checks, decisions } = await readCards(page, learning);
  expect(checks).toBeGreaterThanOrEqual(2);
  expect(decisions).toBeGreaterThanOrEqual(1);
  await takeQuiz(page, versionId, { ...learning, tryNumber: 1, right: true });
  await expect(
    page.getByRole('heading', { level: 1, name: `You passed. ${minutes} minutes added to your CPD record.` }),
  ).toBeFocused();
  await look?.(page);
  await picture(page, 'passed');
  return { title, minutes };
}

async function reflect(page: Page, { hands, look }: Learning, title: string): Promise<void> {
  await hands.press(page.getByRole('link', { name: 'Reflect, about 1 min' }));
  await hands.write(page.getByLabel('What did you learn?'), 'To decide before I look.');
  await hands.write(page.getByLabel('What does it mean for the people you care for?'), 'A second pair of eyes.');
  await hands.write(page.getByLabel('What will you do?'), 'Ask who checks the list.');
  await look?.(page);
  await picture(page, 'reflection');
  await hands.press(page.getByRole('button', { name: 'Save reflection' }));
  await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
  await expect(page.getByText('A second pair of eyes.')).toBeVisible();
}

/** The module's line in the CPD record, and the year's minutes as the record says them. */
async function seeOnRecord(page: Page, { hands, look }: Learning, { title, minutes }: Learnt, before: number) {
  await goTo(page, hands, 'CPD record');
  const line = page.getByRole('row').filter({ has: page.getByRole('link', { name: title }) });
  await expect(line.first()).toContainText(String(minutes));
  expect(await minutesOnRecord(page)).toBe(before + minutes);
  await look?.(page);
  await picture(page, 'cpd-record');
}

async function minutesOnRecord(page: Page): Promise<number> {
  const { creditMinutes } = await (await page.request.get('/api/v1/learner/cpd-record')).json();
  return creditMinutes;
}

/** The CPD lead looks the learner up, sees the completion, and downloads the file with its row. */
async function seeAndDownload(page: Page, { hands, look }: Learning, learnt: Learnt & { familyName: string }) {
  const { title, minutes, familyName } = learnt;
  await goTo(page, hands, 'Completion records');
  await hands.write(page.getByLabel('Name or staff number'), familyName);
  await expect(page).toHaveURL(new RegExp(`[?&]q=${familyName}`));
  const rows = page.getByRole('region', { name: 'Completion records' }).locator('tbody').getByRole('row');
  await expect(rows.filter({ hasNotText: familyName })).toHaveCount(0);
  await expect(rows.filter({ hasText: title }).filter({ hasText: 'Completed' }).first()).toBeVisible();
  await look?.(page);
  await picture(page, 'completion-records');
  const downloading = page.waitForEvent('download');
  await hands.press(page.getByRole('link', { name: /^Download \d+ rows?$/ }));
  const text = await readFile(await (await downloading).path(), 'utf8');
  expect(text.startsWith('\uFEFFfamilyName,')).toBe(true);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format();
  const inFile = rowsOf(text);
  expect([...new Set(inFile.map((row) => row['familyName']))]).toEqual([familyName]);
  expect(inFile).toContainEqual(
    expect.objectContaining({
      familyName,
      unit: 'Older adults ward',
      module: title,
      state: 'completed',
      completedOn: today,
      minutes: String(minutes),
    }),
  );
}

/** Signs in as the learner, learns, reflects, signs out; signs in as the CPD lead, sees it, downloads it. */
async function wholeJob(page: Page, learning: Learning, learner: WhoSignsIn): Promise<void> {
  const { hands } = learning;
  await signIn(page, learner, hands);
  const before = await minutesOnRecord(page);
  const learnt = await learn(page, learning);
  expect(await minutesOnRecord(page)).toBe(before + learnt.minutes);
  await reflect(page, learning, learnt.title);
  await seeOnRecord(page, learning, learnt, before);
  await signOut(page, hands);
  await signIn(page, 'lead', hands);
  await seeAndDownload(page, learning, { ...learnt, familyName: learner.familyName });
}

test('a clinician earns minutes, and the CPD lead sees and downloads it, by mouse', async ({ page }) => {
  await wholeJob(page, { hands: byMouse(), look: expectAccessible }, CLINICIAN);
});

test('a clinician earns minutes, and the CPD lead sees and downloads it, by keyboard alone', async ({
  page,
  playwright,
  baseURL,
}) => {
  const hands: Hands = byKeyboard(page);
  await wholeJob(page, { hands }, await aNewcomer(playwright.request, baseURL ?? ''));
});
